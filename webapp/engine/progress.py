"""Honest progress: how many questions are left, as a range, and how long they take."""

import math
from dataclasses import dataclass

from webapp.engine import stopping
from webapp.engine.state import State

# The uncertainty of the worst competence falls as (questions + HEAD) to the power -1 / POWER. The
# numbers are fitted on simulated tests; each grows with log2 of the number of competences.
HEAD = (2.2, 1.0)
POWER = (1.8, 0.3)
OWN_PACE_AFTER = 20  # questions: then the test's own pace weighs as much as the usual one
EARLIER = 0.92  # a noisy maximum crosses its target before its mean does
FEWEST, MOST, MARGIN = 0.55, 1.6, 2  # the range around the predicted number


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
    skills = sum(state.left.tolist())
    lacking = sum(stopping.lacking(state).tolist())
    most = max(0, min(budget - answered, skills))
    low, high = most, most
    if target is not None:
        low, high = _until_precise(state, target, lacking, most)
    if skills <= budget - answered:  # near the end of a small bank there may be nothing to learn
        low = min(low, max(1, lacking), most)
    if previous is not None:
        high = min(high, previous.high + 1)
    low = min(low, high)
    seconds = state.scope.seconds * (low + high) / 2
    if seconds_left is not None:
        seconds = min(seconds, max(0.0, seconds_left))
    return Remaining(low, high, math.ceil(seconds / 60))


def _until_precise(state: State, target: float, lacking: int, most: int) -> tuple[int, int]:
    """The range of the questions until every competence is precise, at most `most`.

    `lacking` is how many direct answers they still lack, together.
    """
    if not lacking and stopping.worst_sd(state.belief) <= target:
        return 0, 0
    predicted = max(_predicted(state, target), lacking, 1)
    return (
        min(most, max(lacking, 1, math.floor(FEWEST * predicted - MARGIN))),
        min(most, max(lacking, 1, math.ceil(MOST * predicted + MARGIN))),
    )


def _predicted(state: State, target: float) -> float:
    """Questions until the worst competence is precise, at the usual pace and at this test's."""
    width = math.log2(state.scope.competences)
    head, power = HEAD[0] + HEAD[1] * width, POWER[0] + POWER[1] * width
    now, first = stopping.worst_sd(state.belief), stopping.worst_sd(state.beginning)
    done = sum(state.direct.tolist())
    if done and now < 0.999 * first:
        own = math.log((done + head) / head) / math.log(first / now)
        share = done / (done + OWN_PACE_AFTER)
        power += share * (min(max(own, 1.5), 8.0) - power)
    left: float = (done + head) * (now / target) ** power - head - done
    return EARLIER * max(1.0, left)
