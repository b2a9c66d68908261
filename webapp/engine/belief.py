"""The belief about one student: a Gaussian over the topics, one for each slope hypothesis."""

import math
from dataclasses import dataclass

import numpy as np

from webapp.domain.verdict import Outcome
from webapp.engine import normal
from webapp.engine.bank import ItemBank
from webapp.engine.normal import Floats
from webapp.engine.prior import Population
from webapp.engine.scope import Scope

SKIPPED = 0.98  # how much of the knowledge « je ne sais pas » denies
HOUR_OVER = 0.6


@dataclass(frozen=True)
class Belief:
    """Means (slopes × topics), covariances, log weights of the slopes; treat them as frozen.

    `projected` is the projection of the scope times the covariance, kept beside it because each
    decision needs it.
    """

    mean: Floats
    covariance: Floats
    projected: Floats
    log_weights: Floats

    def weights(self) -> Floats:
        """The probability of each slope; they sum to 1."""
        found: Floats = np.exp(self.log_weights - self.log_weights.max())
        found /= found.sum()
        return found


def initial_belief(bank: ItemBank, scope: Scope, population: Population) -> Belief:
    """The belief before any answer."""
    covariance = np.repeat((bank.covariance + population.shift)[None], bank.slopes, axis=0)
    return Belief(
        mean=np.full((bank.slopes, len(bank.topics)), population.mean),
        covariance=covariance,
        projected=scope.projection @ covariance,
        log_weights=np.zeros(bank.slopes),
    )


def updated(belief: Belief, bank: ItemBank, item: int, outcome: Outcome) -> tuple[Belief, float]:
    """The belief after one answer: exact posterior mean and covariance, rank one a slope.

    With it, the probability of a right answer as it was before.
    """
    moves = _moves(belief, bank, item, outcome)
    weighted = zip(belief.weights().tolist(), moves, strict=True)
    probability = sum((weight * move[0] for weight, move in weighted), 0.0)
    if outcome == "technical":
        return belief, probability
    return _moved(belief, int(bank.items.topic[item]), np.array(moves)), probability


def _moved(belief: Belief, topic: int, moves: Floats) -> Belief:
    _, likelihood, first, second = moves.T
    columns = np.ascontiguousarray(belief.covariance[:, topic, :])  # symmetric: rows are columns
    covariance = columns[:, :, None] * columns[:, None, :]
    covariance *= second[:, None, None]
    covariance += belief.covariance
    across = belief.projected[:, :, topic] * second[:, None]
    projected = across[:, :, None] * columns[:, None, :]
    projected += belief.projected
    return Belief(
        mean=belief.mean + first[:, None] * columns,
        covariance=covariance,
        projected=projected,
        log_weights=belief.log_weights + np.log(likelihood),
    )


def _moves(
    belief: Belief, bank: ItemBank, item: int, outcome: Outcome
) -> list[tuple[float, float, float, float]]:
    """For each slope: P(right), likelihood of the outcome, its log's two derivatives."""
    items = bank.items
    topic = int(items.topic[item])
    guess, ceiling = float(items.guess[item]), float(items.ceiling[item])
    base, rise = _likelihood(outcome, guess, ceiling)
    difficulty = float(items.difficulty[item])
    rows = zip(
        items.alpha[:, item].tolist(),
        belief.mean[:, topic].tolist(),
        belief.covariance[:, topic, topic].tolist(),
        strict=True,
    )
    found = []
    for alpha, mean, variance in rows:
        steepness = alpha / math.sqrt(1 + alpha * alpha * variance)
        distance = steepness * (mean - difficulty)
        known = normal.cdf(distance)
        likelihood = base + rise * known
        first = rise * normal.pdf(distance) * steepness / likelihood
        second = -distance * steepness * first - first * first
        found.append((guess + (ceiling - guess) * known, likelihood, first, second))
    return found


def _likelihood(outcome: Outcome, guess: float, ceiling: float) -> tuple[float, float]:
    """A and B of the likelihood A + B Φ of an outcome."""
    if outcome == "right":
        return guess, ceiling - guess
    if outcome in ("wrong", "timeout"):
        return 1 - guess, guess - ceiling
    if outcome == "skipped":
        return 1.0, -SKIPPED
    if outcome == "hour_over":
        return 1.0, -HOUR_OVER
    return 1.0, 0.0
