"""The belief about one student: a Gaussian over the topics, one for each slope hypothesis."""

import math
from dataclasses import dataclass
from functools import cached_property
from operator import mul

import numpy as np

from webapp.domain.verdict import Outcome
from webapp.engine import normal
from webapp.engine.bank import Constants, ItemBank
from webapp.engine.normal import Floats
from webapp.engine.prior import Population
from webapp.engine.scope import Scope

SKIPPED = 0.98  # how much of the knowledge « je ne sais pas » denies
HOUR_OVER = 0.6
RULED_OUT = math.log(1e-3)  # weight of a slope, beside the best one


@dataclass(frozen=True)
class Belief:
    """What is believed under each slope; treat the arrays as frozen.

    The slopes are those of the bank from number `first` on; what the answers rule out at either
    end is dropped, so that only living hypotheses cost anything. `moments` (slopes × rows ×
    topics) holds all that an answer moves by multiples of one column of the covariance: the means
    in its first row; then the covariances of the competences with the topics, which each decision
    needs; then, in as many rows as there are topics, the covariance itself. `projection` is that
    of the scope: competences × topics.
    """

    moments: Floats
    log_weights: Floats
    projection: Floats
    first: int = 0

    @classmethod
    def of(cls, mean: Floats, covariance: Floats, scope: Scope, log_weights: Floats) -> "Belief":
        """The belief of these moments (slopes by rows), in a scope."""
        projected = scope.projection @ covariance
        moments = np.concatenate([mean[:, None], projected, covariance], axis=1)
        return cls(moments, log_weights, scope.projection)

    @property
    def mean(self) -> Floats:
        """The expected abilities: slopes × topics."""
        return self.moments[:, 0]

    @property
    def projected(self) -> Floats:
        """The covariance of the competences with the topics: slopes × competences × topics."""
        return self.moments[:, 1 : -self.moments.shape[2]]

    @property
    def variance(self) -> Floats:
        """The variance of each topic: slopes × topics."""
        return self._covariance.diagonal(axis1=1, axis2=2)

    @cached_property
    def covariance(self) -> Floats:
        """The covariance of the topics: slopes × topics × topics, exactly symmetric."""
        found: Floats = self._covariance + self._covariance.transpose(0, 2, 1)
        found *= 0.5
        return found

    @property
    def _covariance(self) -> Floats:
        """The same but for the last digit, a row being a column."""
        return self.moments[:, -self.moments.shape[2] :]

    @cached_property
    def variances(self) -> Floats:
        """The variance of each competence, averaged over the slopes; 0 when it has no topic."""
        found: Floats = self.weights @ np.vecdot(self.projected, self.projection)
        return found

    @cached_property
    def chances(self) -> list[float]:
        """The probability of each slope; they sum to 1."""
        likely = self.log_weights.tolist()
        top = max(likely)
        found = [math.exp(one - top) for one in likely]
        total = sum(found)
        return [one / total for one in found]

    @cached_property
    def weights(self) -> Floats:
        """The probability of each slope, as an array."""
        return np.array(self.chances)


def initial_belief(bank: ItemBank, scope: Scope, population: Population) -> Belief:
    """The belief before any answer."""
    covariance = np.repeat((bank.covariance + population.shift)[None], bank.slopes, axis=0)
    mean = np.full((bank.slopes, len(bank.topics)), population.mean)
    return Belief.of(mean, covariance, scope, np.log(bank.slope_weights))


def updated(
    belief: Belief, bank: ItemBank, item: int, outcome: Outcome, room: Floats | None = None
) -> tuple[Belief, float]:
    """The belief after one answer: exact posterior mean and covariance, rank one a slope.

    With it, the probability of a right answer as it was before. `room` are the moments of a
    belief that is of no use any more: the new ones may be written over them.
    """
    constants = bank.constants[item]
    chances, moves = _moves(belief, constants, outcome)
    probability = sum(map(mul, belief.chances, chances))
    if outcome == "technical":
        return belief, probability
    return _pruned(_moved(belief, constants.topic, np.array(moves), room)), probability


def _moved(belief: Belief, topic: int, moves: Floats, room: Floats | None) -> Belief:
    """`moves` are, for each slope, the log likelihood and its first and second derivatives."""
    before = belief.moments
    slopes, rows, topics = before.shape
    row = rows - topics + topic
    steps = np.zeros((slopes, rows, 2))  # of the row above, 0: by two rows numpy multiplies faster
    np.multiply(before[:, :, topic], moves[:, 2:], out=steps[:, :, 1])
    steps[:, 0, 1] = moves[:, 1]
    out = room if room is not None and room.shape == before.shape else None
    moments = np.matmul(steps, before[:, row - 1 : row + 1], out=out)
    moments += before
    likely = belief.log_weights + moves[:, 0]
    return Belief(moments, likely, belief.projection, belief.first)


def _pruned(belief: Belief) -> Belief:
    """Without the slopes that are ruled out, at either end."""
    likely = belief.log_weights.tolist()
    least = max(likely) + RULED_OUT
    if likely[0] > least and likely[-1] > least:
        return belief
    alive = [place for place, one in enumerate(likely) if one > least]
    kept = slice(alive[0], alive[-1] + 1)
    return Belief(
        moments=belief.moments[kept],
        log_weights=belief.log_weights[kept],
        projection=belief.projection,
        first=belief.first + alive[0],
    )


def _moves(
    belief: Belief, item: Constants, outcome: Outcome
) -> tuple[list[float], list[tuple[float, float, float]]]:
    """For each slope: P(right); then the log likelihood of the outcome, its two derivatives."""
    guess, difficulty, gap = item.guess, item.difficulty, item.ceiling - item.guess
    base, rise = likelihood(outcome, guess, guess + gap)
    moments, topic = belief.moments, item.topic
    rows = zip(
        item.alphas[belief.first :],
        moments[:, 0, topic].tolist(),
        moments[:, topic - moments.shape[2], topic].tolist(),
        strict=False,  # the slopes after the last one alive
    )
    chances: list[float] = []
    moves: list[tuple[float, float, float]] = []
    for alpha, mean, variance in rows:
        steepness = alpha / math.sqrt(1 + alpha * alpha * variance)
        distance = steepness * (mean - difficulty)
        known = normal.cdf(distance)
        chance = base + rise * known
        first = rise * normal.pdf(distance) * steepness / chance
        chances.append(guess + gap * known)
        moves.append((math.log(chance), first, -first * (distance * steepness + first)))
    return chances, moves


def likelihood(outcome: Outcome, guess: float, ceiling: float) -> tuple[float, float]:
    """A and B of the likelihood A + B Φ of an outcome, Φ being the chance of knowing."""
    if outcome == "right":
        return guess, ceiling - guess
    if outcome in ("wrong", "timeout"):
        return 1 - guess, guess - ceiling
    if outcome == "skipped":
        return 1.0, -SKIPPED
    if outcome == "hour_over":
        return 1.0, -HOUR_OVER
    return 1.0, 0.0
