"""Honest progress: how many questions are left, as a range, and how long they take."""

import math
from dataclasses import dataclass

import numpy as np

from webapp.engine import stopping
from webapp.engine.state import State

FEWEST = 0.7  # of the predicted number of questions
MOST = 1.4


@dataclass(frozen=True)
class Remaining:
    """Questions left, the one on screen included: at least, at most; and whole minutes."""

    low: int
    high: int
    minutes: int


def remaining(
    state: State,
    *,
    budget: int,
    answered: int,
    target: float | None = None,
    seconds_left: float | None = None,
    previous: Remaining | None = None,
) -> Remaining:
    """What is left of a test of `budget` questions after `answered` of them.

    Without `previous` the range stands alone; with it, its upper end never grows by more than
    one. `seconds_left` are those of the hour, `target` the precision that ends the test.
    """
    most = max(0, min(budget - answered, _skills_left(state)))
    low, high = most, most
    if target is not None:
        low, high = _until_precise(state, target, most)
    if previous is not None:
        high = min(high, previous.high + 1)
    low = min(low, high)
    seconds = state.scope.seconds * (low + high) / 2
    if seconds_left is not None:
        seconds = min(seconds, max(0.0, seconds_left))
    return Remaining(low, high, math.ceil(seconds / 60))


def _skills_left(state: State) -> int:
    free = state.scope.items & ~state.asked_skills[state.bank.items.skill]
    return len(np.unique(state.bank.items.skill[free]))


def _until_precise(state: State, target: float, most: int) -> tuple[int, int]:
    """The range of the questions until every competence is precise, at most `most`."""
    measured = state.scope.measured
    if not measured.any() or stopping.precise(state, target):
        return 0, 0
    lacking = int(np.maximum(stopping.DIRECT_ANSWERS - state.direct[measured], 0).sum())
    predicted = max(_predicted(state, target), lacking, 1)
    return (
        min(most, max(lacking, 1, math.floor(FEWEST * predicted))),
        min(most, max(lacking, 1, math.ceil(MOST * predicted))),
    )


def _predicted(state: State, target: float) -> int:
    """Questions left if the precision of the worst competence goes on growing as it did."""
    measured = state.scope.measured
    before = state.scope.projection @ state.bank.covariance
    start = np.sqrt(np.einsum("ct,ct->c", before, state.scope.projection))
    first = stopping.LEVEL * float(start[measured].max())
    now = float(stopping.level_sds(state)[measured].max())
    wanted = target**-2 - now**-2
    done = int(state.direct.sum())
    pace = (now**-2 - first**-2) / done if done else 0.0
    usual = 0.4 * first**-2 / max(1, int(measured.sum()))  # of the first questions
    return math.ceil(max(0.0, wanted) / max(pace, usual))
