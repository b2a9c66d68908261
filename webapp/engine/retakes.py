"""A new test of somebody known: what was learnt of them, with forgetting."""

import math
from collections.abc import Collection

import numpy as np

from webapp.engine import belief as beliefs
from webapp.engine.bank import Indices
from webapp.engine.belief import RULED_OUT, Belief
from webapp.engine.normal import Floats
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
    old = state.belief
    nearest, log_weights = _every_slope(old, len(fresh.log_weights))
    mean = fresh.mean + kept * (old.mean[nearest] - fresh.mean)
    covariance = kept**2 * old.covariance[nearest] + (1 - kept**2) * fresh.covariance
    for topic in set(tutorials):
        place = bank.topics.index(topic)
        mean[:, place] += LESSON_GAIN
        covariance[:, place, place] += LESSON_SPREAD**2
    return Belief.of(mean, covariance, scope, kept * log_weights)


def _every_slope(belief: Belief, slopes: int) -> tuple[Indices, Floats]:
    """The row nearest to each slope, and the weights: a slope ruled out stays as unlikely."""
    alive = len(belief.log_weights)
    nearest = np.clip(np.arange(slopes) - belief.first, 0, alive - 1)
    weights = np.full(slopes, belief.log_weights.max() + RULED_OUT)
    weights[belief.first : belief.first + alive] = belief.log_weights
    return nearest, weights - weights.max()
