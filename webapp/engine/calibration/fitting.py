"""Difficulties from answers: what the author said, moved by what students did."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from webapp.engine import parameters, prior
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.calibration import population as populations
from webapp.engine.calibration.evidence import Evidence, Record, gathered, likelihoods
from webapp.engine.normal import Floats, cdf_many
from webapp.engine.prior import Population
from webapp.engine.scope import Scope

ROUNDS = 3
AUTHOR_SD = 0.35  # how far an author may be off
REACH = 3.0  # of the grid, in author SDs
POINTS = 49
LEAST_WEIGHT = 0.02  # of a slope, however unlikely it was so far
CHUNK = 20_000
SLOPE_ROUNDS = 500
USUAL_STUDENTS = 2  # how many the weights to start from count for


@dataclass(frozen=True)
class Parameters:
    """What a calibration learns: the difficulty of each item asked, the weights of the slopes.

    `error` is the posterior SD of each difficulty; both are on the ability scale. `topic_sd` is
    how much the topics of a competence differ, `shortfall` how much less often students are right
    than people who always try.
    """

    difficulty: dict[str, float]
    error: dict[str, float]
    slope_weights: tuple[float, ...]
    topic_sd: float = prior.TOPIC_SD
    shortfall: float = 0.0

    def bank(self, skills: Sequence[SkillSpec], items: Sequence[ItemSpec]) -> ItemBank:
        """The bank with these parameters; items that have none keep what they declare."""
        learnt = [
            replace(item, difficulty=self.difficulty.get(item.id, item.difficulty))
            for item in items
        ]
        weights = self.slope_weights if len(self.slope_weights) > 1 else None
        return ItemBank.build(
            skills,
            learnt,
            topic_sd=self.topic_sd,
            slope_weights=weights,
            shortfall=self.shortfall,
        )


def fitted(
    skills: Sequence[SkillSpec],
    items: Sequence[ItemSpec],
    tests: Sequence[Record],
    population: Population = prior.STANDARD,
) -> Parameters:
    """The parameters that these tests make most credible, the authors' levels being the prior."""
    author = ItemBank.build(skills, items).items.difficulty
    found, kept = _in_common(skills, items, tests, population)
    for _ in range(ROUNDS):
        bank = found.bank(skills, items)
        evidence = gathered(bank, kept, population)
        shift, error = _shifts(evidence, author)
        asked = np.unique(evidence.item).tolist()
        found = replace(
            found,
            difficulty={bank.items.ids[one]: float(author[one] + shift[one]) for one in asked},
            error={bank.items.ids[one]: float(error[one]) for one in asked},
            slope_weights=slopes(evidence.likelihood),
        )
    return found


def in_common(
    skills: Sequence[SkillSpec],
    items: Sequence[ItemSpec],
    tests: Sequence[Record],
    population: Population = prior.STANDARD,
) -> Parameters:
    """What these tests say of all students, every difficulty being as it is declared."""
    return _in_common(skills, items, tests, population)[0]


def _in_common(
    skills: Sequence[SkillSpec],
    items: Sequence[ItemSpec],
    tests: Sequence[Record],
    population: Population,
) -> tuple[Parameters, list[Record]]:
    """The same, and the tests without the answers of those who had stopped trying."""
    declared = ItemBank.build(skills, items)
    ends = populations.sincere(declared, tests, population)
    kept = [replace(test, steps=end.steps) for test, end in zip(tests, ends, strict=True)]
    found = Parameters({}, {}, slopes(likelihoods(declared, ends)))
    weights = found.slope_weights if len(found.slope_weights) > 1 else None
    topic_sd = populations.topic_sd(skills, items, kept, weights, population)
    bank = replace(found, topic_sd=topic_sd).bank(skills, items)
    scope = Scope.of(bank)
    ends = [test.replayed(bank, scope, population) for test in kept]
    found = Parameters({}, {}, slopes(likelihoods(bank, ends)), topic_sd)
    shortfall = populations.shortfall(found.bank(skills, items), tests, population)
    return replace(found, shortfall=shortfall), kept


def _shifts(evidence: Evidence, author: Floats) -> tuple[Floats, Floats]:
    """For each item, the posterior mean and SD of its difficulty less its author's."""
    grid = np.linspace(-REACH * AUTHOR_SD, REACH * AUTHOR_SD, POINTS)
    score = np.tile(-0.5 * (grid / AUTHOR_SD) ** 2, (len(author), 1))
    for start in range(0, len(evidence.item), CHUNK):
        part = slice(start, start + CHUNK)
        np.add.at(score, evidence.item[part], _log_likelihood(evidence, author, grid, part))
    chances = np.exp(score - score.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    mean = chances @ grid
    return mean, np.sqrt(chances @ grid**2 - mean**2)


def _log_likelihood(evidence: Evidence, author: Floats, grid: Floats, part: slice) -> Floats:
    """Answers by points of the grid, the ability being integrated out."""
    alpha, variance = evidence.alpha[part], evidence.variance[part]
    steepness = alpha / np.sqrt(1 + alpha * alpha * variance)
    gap = evidence.mean[part] - author[evidence.item[part]]
    known = cdf_many(steepness[:, None] * (gap[:, None] - grid))
    found: Floats = np.log(evidence.base[part, None] + evidence.rise[part, None] * known)
    return found


def slopes(likelihood: Floats) -> tuple[float, ...]:
    """How common each slope is among the students: the shares that best foresee all the tests.

    `likelihood` is that of the evidence.
    """
    count = likelihood.shape[1]
    usual = np.array(parameters.SLOPE_WEIGHTS if count > 1 else (1.0,))
    shares = usual
    for _ in range(SLOPE_ROUNDS):
        owners = likelihood * shares
        found = (owners / owners.sum(axis=1, keepdims=True)).sum(axis=0)
        shares = (found + USUAL_STUDENTS * usual) / (len(owners) + USUAL_STUDENTS)
    shares = np.maximum(shares, LEAST_WEIGHT if count > 1 else 0)
    return tuple((shares / shares.sum()).tolist())
