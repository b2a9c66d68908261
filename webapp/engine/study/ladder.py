"""The ladder method: an answer settles its topic on one side, and is never reconsidered.

A right answer validates all that is easier, a wrong one invalidates all that is harder.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.normal import Floats
from webapp.engine.study.outcomes import Estimates, Run
from webapp.engine.study.worlds import Crowd, true_pix

PIX = 8
FIRST_LEVEL = 2
AHEAD = 2  # levels above the predicted one that may be asked
_GRID = np.arange(0.5, 8.01, 0.5)


@dataclass(frozen=True)
class _Rungs:
    """The skills of each topic, which follow each other, and the items of each skill."""

    start: Indices  # of the topics
    topic: Indices  # of the skills, topics being numbered as they come
    items: tuple[Indices, ...]  # of the skills

    @classmethod
    def of(cls, bank: ItemBank) -> "_Rungs":
        start = np.flatnonzero(np.diff(bank.skills.topic, prepend=-1))
        widths = np.diff(np.append(start, len(bank.skills.ids)))
        return cls(
            start=start,
            topic=np.repeat(np.arange(len(start)), widths),
            items=tuple(
                np.flatnonzero(bank.items.skill == skill) for skill in range(len(bank.skills.ids))
            ),
        )


@dataclass
class _Climb:
    """One student: what is settled of each skill (1 validated, -1 not, 0 unknown)."""

    settled: Indices
    likelihood: Floats  # of the levels of the grid

    def predicted(self) -> float:
        """The most likely level of the student."""
        return float(_GRID[self.likelihood.argmax()])


def run(
    bank: ItemBank, crowd: Crowd, checkpoints: Sequence[int], rng: np.random.Generator
) -> tuple[Run, Run]:
    """Every student tested to the end, scored twice.

    First by the method's own rule (what is not settled is not validated), then with the rest
    extrapolated from the predicted level. Checkpoint 0 is the end of the test.
    """
    lengths = [*checkpoints, 0]
    plain: dict[int, list[Flags]] = {length: [] for length in lengths}
    extended: dict[int, list[Flags]] = {length: [] for length in lengths}
    tests, rungs = Run(), _Rungs.of(bank)
    for student in range(len(crowd)):
        asked, marks = _climbed(bank, rungs, crowd, student, rng, set(checkpoints))
        tests.asked.append(asked)
        for length in lengths:
            settled, level = marks.get(length, marks[0])
            plain[length].append(settled > 0)
            extended[length].append((settled > 0) | ((settled == 0) & _within(bank, level)))
    other = Run(asked=tests.asked)
    tests.estimates = {length: _estimates(bank, some) for length, some in plain.items()}
    other.estimates = {length: _estimates(bank, some) for length, some in extended.items()}
    return tests, other


def _climbed(
    bank: ItemBank,
    rungs: _Rungs,
    crowd: Crowd,
    student: int,
    rng: np.random.Generator,
    wanted: set[int],
) -> tuple[list[int], dict[int, tuple[Indices, float]]]:
    climb = _Climb(np.zeros(len(bank.skills.ids), dtype=np.intp), _start())
    asked: list[int] = []
    marks: dict[int, tuple[Indices, float]] = {}
    while (skill := _next_skill(bank, rungs, climb, rng, first=not asked)) is not None:
        item = _one_of(rungs.items[skill], rng)
        right = crowd.answer(student, item, len(asked))
        asked.append(item)
        _settle(bank, climb, skill, right=right)
        if len(asked) in wanted:
            marks[len(asked)] = (climb.settled.copy(), climb.predicted())
    marks[0] = (climb.settled, climb.predicted())
    return asked, marks


def _one_of(places: Indices, rng: np.random.Generator) -> int:
    return int(places[rng.integers(len(places))])


def _next_skill(
    bank: ItemBank, rungs: _Rungs, climb: _Climb, rng: np.random.Generator, *, first: bool
) -> int | None:
    """The skill that settles most on average, among those not too far ahead."""
    level = climb.predicted()
    open_ = (climb.settled == 0) & (bank.skills.level <= level + AHEAD)
    if first:
        open_ &= bank.skills.level == FIRST_LEVEL
    candidates = open_.nonzero()[0]
    if not len(candidates):
        return None
    below, above = _unsettled(rungs, climb.settled)
    success = 1 / (1 + np.exp(bank.skills.level[candidates] - level))
    reward = success * below[candidates] + (1 - success) * above[candidates]
    return _one_of(candidates[reward >= reward.max() - 1e-9], rng)


def _unsettled(rungs: _Rungs, settled: Indices) -> tuple[Indices, Indices]:
    """For each skill: how many of its topic a right answer would settle, and a wrong one."""
    free = (settled == 0).astype(np.intp)
    total = np.add.reduceat(free, rungs.start)
    running = free.cumsum()
    before = running.take(rungs.start) - free.take(rungs.start)
    below: Indices = running - before.take(rungs.topic)
    above: Indices = total.take(rungs.topic) - below + free
    return below, above


def _settle(bank: ItemBank, climb: _Climb, skill: int, *, right: bool) -> None:
    topic = bank.skills.topic == bank.skills.topic[skill]
    level = bank.skills.level
    inferred = level <= level[skill] if right else level >= level[skill]
    climb.settled[topic & inferred & (climb.settled == 0)] = 1 if right else -1
    climb.likelihood += _evidence(float(level[skill]), right=right)


def _start() -> Floats:
    """An easy success and a hard failure beforehand keep the first predictions sensible."""
    return _evidence(0.0, right=True) + _evidence(7.0, right=False)


def _evidence(level: float, *, right: bool) -> Floats:
    gap = level - _GRID if right else _GRID - level
    return -np.log1p(np.exp(gap))


def _within(bank: ItemBank, level: float) -> Flags:
    found: Flags = bank.skills.level <= level
    return found


def _estimates(bank: ItemBank, validated: list[Flags]) -> Estimates:
    pix = true_pix(bank, np.array(validated))
    return Estimates(pix, np.floor(pix / PIX + 1e-9).astype(np.intp))
