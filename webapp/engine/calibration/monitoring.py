"""Items to look at: broken or leaked ones, and those unfair to a group."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import Flags, ItemBank
from webapp.engine.calibration.evidence import Evidence, Record, gathered
from webapp.engine.calibration.fitting import AUTHOR_SD
from webapp.engine.normal import Floats, cdf, cdf_many

ALARM = 4.0
FALSE_DISCOVERIES = 0.05
ACT_FROM = 0.43  # logits: below, a difference is too small to act on
LEAST = 10  # answers in each group


@dataclass(frozen=True)
class Alarm:
    """An item whose answers are not those expected: `z` is positive when it is too easy."""

    item: str
    z: float
    answers: int


@dataclass(frozen=True)
class Unfairness:
    """An item harder for group 1 (`shift` above zero, in SDs of ability) than for group 0."""

    item: str
    shift: float
    z: float
    act: bool


@dataclass(frozen=True)
class Watch:
    """All the items to look at."""

    alarms: list[Alarm]
    unfair: list[Unfairness]


def watched(declared: ItemBank, learnt: ItemBank, tests: Sequence[Record]) -> Watch:
    """The items to look at, from the tests that `learnt` was fitted on.

    Alarms are about what was `declared`: a difficulty fitted on the answers of a wrong key would
    hide it. Groups are compared at the difficulty that suits both best.
    """
    found = gathered(learnt, tests)
    groups = np.array([test.group == 1 for test in tests], dtype=np.bool_)
    return Watch(alarms(declared, found), unfair(learnt, found, groups))


def alarms(bank: ItemBank, evidence: Evidence) -> list[Alarm]:
    """The items to check, worst first: wrong key, broken file, leaked answer.

    That an author is off as authors are (`AUTHOR_SD`) is no alarm, however many answers say so.
    """
    told = evidence.told
    chance, slope = (one[told] for one in _expected(bank, evidence))
    item, right = evidence.item[told], evidence.right[told]
    count = len(bank.items.ids)
    gap = np.bincount(item, weights=right - chance, minlength=count)
    spread = np.bincount(item, weights=chance * (1 - chance), minlength=count)
    off = AUTHOR_SD * np.bincount(item, weights=slope, minlength=count)
    z = gap / np.sqrt(np.maximum(spread + off**2, 1e-9))
    answers = np.bincount(item, minlength=count)
    found = [
        Alarm(bank.items.ids[place], float(z[place]), int(answers[place]))
        for place in np.flatnonzero((np.abs(z) > ALARM) & (answers >= LEAST)).tolist()
    ]
    return sorted(found, key=lambda one: -abs(one.z))


def unfair(bank: ItemBank, evidence: Evidence, groups: Flags) -> list[Unfairness]:
    """The items whose difficulty differs between two groups, by Benjamini–Hochberg at 5 %.

    `groups` says for each test whether it is of group 1. Worst first.
    """
    chance, slope = _expected(bank, evidence)
    mine, told = groups[evidence.test], evidence.told
    parts = [
        _shifts(evidence, chance, slope, part, len(bank.items.ids))
        for part in (told & ~mine, told & mine)
    ]
    (first, known_first, some), (second, known_second, others) = parts
    tested = np.flatnonzero((some >= LEAST) & (others >= LEAST))
    shift = (second - first)[tested]
    z = shift / np.sqrt(1 / known_first[tested] + 1 / known_second[tested])
    kept = _discoveries(np.array([2 * cdf(-abs(one)) for one in z]))
    found = [
        Unfairness(
            bank.items.ids[int(tested[place])],
            float(shift[place]),
            float(z[place]),
            act=abs(float(shift[place])) * _logits(bank, int(tested[place])) >= ACT_FROM,
        )
        for place in kept.tolist()
    ]
    return sorted(found, key=lambda one: -abs(one.z))


def _expected(bank: ItemBank, evidence: Evidence) -> tuple[Floats, Floats]:
    """The chance of each answer being right, and how it falls with the difficulty."""
    items = bank.items
    guess = items.guess[evidence.item]
    rise = items.ceiling[evidence.item] - guess
    steep = evidence.alpha / np.sqrt(1 + evidence.alpha**2 * evidence.variance)
    distance = steep * (evidence.mean - items.difficulty[evidence.item])
    density = np.exp(-0.5 * distance**2) / math.sqrt(2 * math.pi)
    return guess + rise * cdf_many(distance), -rise * steep * density


def _shifts(
    evidence: Evidence, chance: Floats, slope: Floats, part: Flags, count: int
) -> tuple[Floats, Floats, Floats]:
    """For each item: one scoring step for its difficulty, the information, the answers."""
    spread = chance * (1 - chance)
    score = ((evidence.right - chance) * slope / spread)[part]
    information = (slope**2 / spread)[part]
    item = evidence.item[part]
    known = np.maximum(np.bincount(item, weights=information, minlength=count), 1e-9)
    step: Floats = np.bincount(item, weights=score, minlength=count) / known
    return step, known, np.bincount(item, minlength=count).astype(np.float64)


def _discoveries(p_values: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    order = np.argsort(p_values)
    limits = FALSE_DISCOVERIES * np.arange(1, len(order) + 1) / max(1, len(order))
    below = np.flatnonzero(p_values[order] <= limits)
    return order[: int(below[-1]) + 1 if len(below) else 0]


def _logits(bank: ItemBank, item: int) -> float:
    """The gentlest assumed discrimination of an item."""
    return float(bank.items.alpha[0, item]) * 1.702
