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
RULED_OUT = math.log(1e-3)  # weight of a slope, beside the best one


@dataclass(frozen=True)
class Belief:
    """Means (slopes × topics), covariances, log weights of the slopes; treat them as frozen.

    The rows are the slopes of the bank from number `first` on; what the answers rule out at
    either end is dropped, so that only living hypotheses cost anything.
    `projected` is the projection of the scope times the covariance, kept beside it because each
    decision needs it.
    """

    mean: Floats
    covariance: Floats
    projected: Floats
    log_weights: Floats
    first: int = 0

    def weights(self) -> Floats:
        """The probability of each slope; they sum to 1."""
        found: Floats = np.exp(self.log_weights - self.log_weights.max())
        found /= found.sum()
        return found

    def alpha(self, bank: ItemBank) -> Floats:
        """The ogive slopes of the items, a row for each living hypothesis."""
        return bank.items.alpha[self.first : self.first + len(self.log_weights)]


def initial_belief(bank: ItemBank, scope: Scope, population: Population) -> Belief:
    """The belief before any answer."""
    covariance = np.repeat((bank.covariance + population.shift)[None], bank.slopes, axis=0)
    return Belief(
        mean=np.full((bank.slopes, len(bank.topics)), population.mean),
        covariance=covariance,
        projected=scope.projection @ covariance,
        log_weights=np.log(bank.slope_weights),
    )


def updated(belief: Belief, bank: ItemBank, item: int, outcome: Outcome) -> tuple[Belief, float]:
    """The belief after one answer: exact posterior mean and covariance, rank one a slope.

    With it, the probability of a right answer as it was before.
    """
    chances, *moves = _moves(belief, bank, item, outcome)
    likely = belief.log_weights.tolist()
    top = max(likely)
    weights = [math.exp(one - top) for one in likely]
    weighted = sum((w * p for w, p in zip(weights, chances, strict=True)), 0.0)
    probability = weighted / sum(weights)
    if outcome == "technical":
        return belief, probability
    return _pruned(_moved(belief, int(bank.items.topic[item]), np.array(moves))), probability


def _moved(belief: Belief, topic: int, moves: Floats) -> Belief:
    """`moves` are the log likelihood and its first and second derivatives, for each slope."""
    columns = belief.covariance[:, topic, :]  # symmetric: a row is a column
    root = columns * np.sqrt(np.abs(moves[2, :, None]))
    covariance = np.einsum("si,sj->sij", root, root)  # exactly symmetric
    if moves[2].max() <= 0:
        np.subtract(belief.covariance, covariance, out=covariance)
    else:
        covariance *= np.sign(moves[2, :, None, None])
        covariance += belief.covariance
    across = belief.projected[:, :, topic] * moves[2, :, None]
    projected = np.einsum("sc,st->sct", across, columns)
    projected += belief.projected
    return Belief(
        mean=belief.mean + moves[1, :, None] * columns,
        covariance=covariance,
        projected=projected,
        log_weights=belief.log_weights + moves[0],
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
        mean=belief.mean[kept],
        covariance=belief.covariance[kept],
        projected=belief.projected[kept],
        log_weights=belief.log_weights[kept],
        first=belief.first + alive[0],
    )


def _moves(
    belief: Belief, bank: ItemBank, item: int, outcome: Outcome
) -> tuple[list[float], list[float], list[float], list[float]]:
    """For each slope: P(right), log likelihood of the outcome, its two derivatives."""
    items = bank.items
    topic = int(items.topic[item])
    guess, ceiling = float(items.guess[item]), float(items.ceiling[item])
    base, rise = likelihood(outcome, guess, ceiling)
    difficulty = float(items.difficulty[item])
    rows = zip(
        belief.alpha(bank)[:, item].tolist(),
        belief.mean[:, topic].tolist(),
        belief.covariance[:, topic, topic].tolist(),
        strict=True,
    )
    found: tuple[list[float], list[float], list[float], list[float]] = ([], [], [], [])
    for alpha, mean, variance in rows:
        steepness = alpha / math.sqrt(1 + alpha * alpha * variance)
        distance = steepness * (mean - difficulty)
        known = normal.cdf(distance)
        chance = base + rise * known
        first = rise * normal.pdf(distance) * steepness / chance
        found[0].append(guess + (ceiling - guess) * known)
        found[1].append(math.log(chance))
        found[2].append(first)
        found[3].append(-distance * steepness * first - first * first)
    return found


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
