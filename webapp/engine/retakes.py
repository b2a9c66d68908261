"""A new test of somebody known: what was learnt of them, with forgetting."""

import math
from collections.abc import Collection

import numpy as np

from webapp.engine import belief as beliefs
from webapp.engine.belief import RULED_OUT, Belief
from webapp.engine.prior import UNKNOWN_CLASS, Population
from webapp.engine.scope import Scope
from webapp.engine.state import State

FORGETTING_YEARS = 3.0
LESSON_GAIN = 0.15  # of a finished tutorial on its topic, in standard deviations
LESSON_SPREAD = 0.3


def carried(
    state: State,
    scope: Scope,
    *,
    years: float,
    tutorials: Collection[str] = (),
    population: Population = UNKNOWN_CLASS,
) -> Belief:
    """The belief to begin a test of `scope` with, so many years after the end of `state`.

    It goes back towards that of the population. `tutorials` are the topics of those finished
    since: ability there may have grown. Give it to `state.begun`, or to `replayed`.
    ValueError when time goes backwards.
    """
    if years < 0:
        raise ValueError("a retake comes after the test")
    bank = state.bank
    kept = math.exp(-years / FORGETTING_YEARS)
    fresh = beliefs.initial_belief(bank, scope, population)
    old = _every_slope(state.belief, len(fresh.log_weights))
    mean = fresh.mean + kept * (old.mean - fresh.mean)
    covariance = kept**2 * old.covariance + (1 - kept**2) * fresh.covariance
    for topic in set(tutorials):
        place = bank.topics.index(topic)
        mean[:, place] += LESSON_GAIN
        covariance[:, place, place] += LESSON_SPREAD**2
    return Belief(
        mean=mean,
        covariance=covariance,
        projected=scope.projection @ covariance,
        log_weights=kept * old.log_weights,
    )


def _every_slope(belief: Belief, slopes: int) -> Belief:
    """The belief with the slopes that were ruled out, as unlikely as when they were."""
    alive = len(belief.log_weights)
    nearest = np.clip(np.arange(slopes) - belief.first, 0, alive - 1)
    weights = np.full(slopes, belief.log_weights.max() + RULED_OUT)
    weights[belief.first : belief.first + alive] = belief.log_weights
    return Belief(
        mean=belief.mean[nearest],
        covariance=belief.covariance[nearest],
        projected=belief.projected[nearest],
        log_weights=weights - weights.max(),
    )
