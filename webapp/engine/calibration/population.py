"""What all the students have in common: how unlike topics are, how many do not really try."""

import math
from collections.abc import Sequence

import numpy as np

from webapp.engine import fatigue, prior
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.calibration.evidence import Record
from webapp.engine.prior import Population
from webapp.engine.scope import Scope
from webapp.engine.state import State

ANSWERED = ("right", "wrong", "timeout")
SPREAD = 0.25  # how far the usual SD of the topics may be off, as an SD of its logarithm
TRIED = (-2.0, -1.0, 0.0, 1.0)  # values tried, in such spreads around the usual one
MOST_TESTS = 1000  # they say enough; more would only take longer
SHORT_SD = 0.03  # of success, how far it usually falls short of what is foreseen


def topic_sd(
    skills: Sequence[SkillSpec],
    items: Sequence[ItemSpec],
    tests: Sequence[Record],
    slope_weights: Sequence[float] | None,
    population: Population = prior.STANDARD,
) -> float:
    """The SD of the topics around their competence under which these answers are most probable.

    It starts from the usual value and moves down as the tests say: a parabola through the scores,
    in logarithms, times a normal prior. Never up: authors' mistakes look like topics that differ.
    Answers after a student stopped trying should not be among them.
    """
    some = _some(tests)
    values = [prior.TOPIC_SD * math.exp(SPREAD * one) for one in TRIED]
    banks = [
        ItemBank.build(skills, items, topic_sd=one, slope_weights=slope_weights) for one in values
    ]
    scores = [_foreseen(bank, some, population) for bank in banks]
    bend, lean, _ = np.polyfit(np.array(TRIED), scores, 2).tolist()
    moved = lean / (1 - 2 * min(bend, 0.0))  # bent upwards, they say nothing of a best value
    return prior.TOPIC_SD * math.exp(SPREAD * min(max(moved, TRIED[0]), 0.0))


def shortfall(
    bank: ItemBank, tests: Sequence[Record], population: Population = prior.STANDARD
) -> float:
    """How much less often students are right than people who always try; 0 when they are not.

    All their answers count, those of somebody who stopped trying too. Few tests move it little.
    """
    gap = variance = 0.0
    count = 0
    scope = Scope.of(bank)
    for test in _some(tests):
        end = test.replayed(bank, scope, population)
        for step, chance in zip(end.steps, end.probabilities, strict=True):
            if step.outcome in ANSWERED:
                gap += chance - (step.outcome == "right")
                variance += chance * (1 - chance)
                count += 1
    if not count:
        return 0.0
    sure = SHORT_SD**2 / (SHORT_SD**2 + variance / count**2)
    return max(0.0, sure * gap / count)


def sincere(
    bank: ItemBank, tests: Sequence[Record], population: Population = prior.STANDARD
) -> list[State]:
    """The ends of the tests, without the answers of those who had stopped trying."""
    scope = Scope.of(bank)
    return [fatigue.sincere(test.replayed(bank, scope, population)) for test in tests]


def _some(tests: Sequence[Record]) -> Sequence[Record]:
    return tests[:: 1 + max(0, len(tests) - 1) // MOST_TESTS]


def _foreseen(bank: ItemBank, tests: Sequence[Record], population: Population) -> float:
    """The log of the probability of all these answers, in their order."""
    scope = Scope.of(bank)
    total = 0.0
    for test in tests:
        end = test.replayed(bank, scope, population)
        total += sum(
            math.log(chance if step.outcome == "right" else 1 - chance)
            for step, chance in zip(end.steps, end.probabilities, strict=True)
            if step.outcome in ANSWERED
        )
    return total
