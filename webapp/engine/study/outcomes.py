"""What a method says of students at checkpoints, and how good it is."""

from dataclasses import dataclass, field

import numpy as np

from webapp.engine.bank import Flags, Indices
from webapp.engine.normal import Floats

PIX = 8


@dataclass(frozen=True)
class Estimates:
    """A method's word on each student (rows) and competence, after the same number of questions.

    `pix` is the expected pix, `level` the whole level, `low` and `high` its band (or None).
    """

    pix: Floats
    level: Indices
    low: Indices | None = None
    high: Indices | None = None


@dataclass
class Run:
    """One method on one crowd: estimates by number of questions, and how the tests went.

    By student: the items `asked`, the share of `right` answers, and for our engine the chance of
    a right answer `expected` before each. `skills` are their probabilities, `ability` the expected
    ability in each competence, by number of questions.
    """

    estimates: dict[int, Estimates] = field(default_factory=dict)
    asked: list[list[int]] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    expected: list[list[float]] = field(default_factory=list)
    answers: list[list[bool]] = field(default_factory=list)
    skills: dict[int, Floats] = field(default_factory=dict)
    ability: dict[int, Floats] = field(default_factory=dict)
    surprise: list[float] = field(default_factory=list)

    def mean_length(self) -> float:
        """The mean number of questions of a whole test."""
        return float(np.mean([len(one) for one in self.asked]))


@dataclass(frozen=True)
class Quality:
    """The errors of some estimates; the level RMSE is on pix / 8 before rounding."""

    rmse: float
    error: float  # standard error of the RMSE, students being the units
    exact: float
    within_one: float
    pix_rmse: float
    pix_bias: float
    coverage: float | None


def quality(estimates: Estimates, truth: Floats) -> Quality:
    """How good the estimates are, `truth` being the true pix of each competence."""
    squares = ((estimates.pix - truth) / PIX) ** 2
    rmse = float(np.sqrt(squares.mean()))
    spread = float(squares.mean(axis=1).std() / np.sqrt(len(squares)))
    level = np.floor(truth / PIX + 1e-9).astype(np.intp)
    gap = np.abs(estimates.level - level)
    totals = estimates.pix.sum(axis=1) - truth.sum(axis=1)
    covered = None
    if estimates.low is not None and estimates.high is not None:
        covered = float(((estimates.low <= level) & (level <= estimates.high)).mean())
    return Quality(
        rmse=rmse,
        error=spread / (2 * rmse) if rmse else 0.0,
        exact=float((gap == 0).mean()),
        within_one=float((gap <= 1).mean()),
        pix_rmse=float(np.sqrt((totals**2).mean())),
        pix_bias=float(totals.mean()),
        coverage=covered,
    )


@dataclass(frozen=True)
class Bin:
    """Answers whose right answer was expected with about the same chance."""

    expected: float
    right: float
    answers: int


def calibration(run: Run, bins: int = 10) -> list[Bin]:
    """Expected chances against what happened, in equal bins; empty ones are left out."""
    expected = np.concatenate([np.array(one) for one in run.expected])
    right = np.concatenate([np.array(one) for one in run.answers])
    place = np.minimum((expected * bins).astype(np.intp), bins - 1)
    return [
        Bin(float(expected[mine].mean()), float(right[mine].mean()), int(mine.sum()))
        for mine in (place == number for number in range(bins))
        if mine.any()
    ]


@dataclass(frozen=True)
class Validation:
    """Skills said to be acquired: how many are, and how many of those mastered are said so."""

    precision: float
    recall: float


def validation(probabilities: Floats, mastered: Flags, threshold: float = 0.8) -> Validation:
    """The validated skills of all students (rows) against the truth."""
    said = probabilities >= threshold
    right = float((said & mastered).sum())
    return Validation(right / max(1, int(said.sum())), right / max(1, int(mastered.sum())))


def exposures(run: Run, items: int) -> Floats:
    """The share of the students who met each item."""
    return _counts(run, items) / len(run.asked)


def overlap(run: Run, items: int) -> float:
    """The mean share of a test that two students have in common."""
    counts, students = _counts(run, items), len(run.asked)
    pairs = float((counts * (counts - 1)).sum()) / (students * (students - 1))
    return pairs / run.mean_length()


def _counts(run: Run, items: int) -> Floats:
    return np.bincount(np.concatenate(run.asked), minlength=items).astype(np.float64)
