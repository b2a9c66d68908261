"""The belief about one student: a Gaussian over the topics, one for each slope hypothesis."""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
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
    topics) holds the means in its first row, then the covariances of the competences with the
    topics; `variance` (slopes × topics) that of each topic. The covariance itself is kept as what
    it was at the `start` (slopes × topics × topics) and what each answer added: a multiple, its
    `bends` (slopes × answers), of one of its columns multiplied by itself (slopes × answers ×
    topics). `projection` is that of the scope: competences × topics.
    """

    moments: Floats
    variance: Floats
    log_weights: Floats
    start: Floats
    columns: Floats
    bends: Floats
    projection: Floats
    first: int = 0

    @classmethod
    def of(cls, mean: Floats, covariance: Floats, scope: Scope, log_weights: Floats) -> "Belief":
        """The belief of these moments (slopes by rows), in a scope."""
        slopes, topics = mean.shape
        return cls(
            moments=np.concatenate([mean[:, None], scope.projection @ covariance], axis=1),
            variance=covariance.diagonal(axis1=1, axis2=2).copy(),
            log_weights=log_weights,
            start=covariance,
            columns=np.empty((slopes, 0, topics)),
            bends=np.empty((slopes, 0)),
            projection=scope.projection,
        )

    @property
    def mean(self) -> Floats:
        """The expected abilities: slopes × topics."""
        return self.moments[:, 0]

    @property
    def projected(self) -> Floats:
        """The covariance of the competences with the topics: slopes × competences × topics."""
        return self.moments[:, 1:]

    @property
    def covariance(self) -> Floats:
        """The covariance of the topics: slopes × topics × topics, exactly symmetric.

        Made anew each time: kept, it would outweigh all the rest.
        """
        bent = self.columns * self.bends[:, :, None]
        found: Floats = self.start + bent.transpose(0, 2, 1) @ self.columns
        found += found.transpose(0, 2, 1).copy()
        found *= 0.5
        return found

    def column(self, topic: int) -> Floats:
        """The covariance of one topic with each: slopes × topics."""
        found: Floats = np.vecmat(self.bends * self.columns[:, :, topic], self.columns)
        found += self.start[:, topic]
        return found

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
    mean = np.full((bank.slopes, len(bank.topics)), population.mean)
    covariance = _initial_covariance(bank, population.shift)
    return Belief.of(mean, covariance, scope, np.log(bank.slope_weights))


@lru_cache(maxsize=16)
def _initial_covariance(bank: ItemBank, shift: float) -> Floats:
    """The same for each slope, and for every student of a class: kept once."""
    shape = bank.slopes, *bank.covariance.shape
    return np.broadcast_to(bank.covariance + shift, shape)


def updated(belief: Belief, bank: ItemBank, item: int, outcome: Outcome) -> tuple[Belief, float]:
    """The belief after one answer: exact posterior mean and covariance, rank one a slope.

    With it, the probability of a right answer as it was before.
    """
    constants = bank.constants[item]
    chances, moves = _moves(belief, constants, outcome)
    probability = sum(map(mul, belief.chances, chances))
    if outcome == "technical":
        return belief, probability
    return _pruned(_moved(belief, constants.topic, np.array(moves))), probability


def _moved(belief: Belief, topic: int, moves: Floats) -> Belief:
    """`moves` are, for each slope, the log likelihood and its first and second derivatives."""
    column, bend = belief.column(topic), moves[:, 2:]
    steps = belief.moments[:, :, topic] * bend
    steps[:, 0] = moves[:, 1]
    moments = steps[:, :, None] * column[:, None]
    moments += belief.moments
    return Belief(
        moments=moments,
        variance=belief.variance + bend * column * column,
        log_weights=belief.log_weights + moves[:, 0],
        start=belief.start,
        columns=np.concatenate([belief.columns, column[:, None]], axis=1),
        bends=np.concatenate([belief.bends, bend], axis=1),
        projection=belief.projection,
        first=belief.first,
    )


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
        variance=belief.variance[kept],
        log_weights=belief.log_weights[kept],
        start=belief.start[kept],
        columns=belief.columns[kept],
        bends=belief.bends[kept],
        projection=belief.projection,
        first=belief.first + alive[0],
    )


def _moves(
    belief: Belief, item: Constants, outcome: Outcome
) -> tuple[list[float], list[tuple[float, float, float]]]:
    """For each slope: P(right); then the log likelihood of the outcome, its two derivatives."""
    guess, difficulty, gap = item.guess, item.difficulty, item.ceiling - item.guess
    base, rise = likelihood(outcome, guess, guess + gap)
    topic = item.topic
    rows = zip(
        item.alphas[belief.first :],
        belief.mean[:, topic].tolist(),
        belief.variance[:, topic].tolist(),
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
