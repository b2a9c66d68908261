"""A new version of the parameters, only when it foresees answers better than the old one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine import prior
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.calibration.evidence import UNTOLD, Record
from webapp.engine.calibration.fitting import Parameters, fitted
from webapp.engine.prior import Population
from webapp.engine.scope import Scope

HELD_OUT = 5  # one test in so many
FEWEST = 2 * HELD_OUT  # tests to calibrate on


@dataclass(frozen=True)
class Calibration:
    """The parameters, and the mean log score of answers they were not fitted on.

    `before` is the score of the bank as it is, `after` that of the new parameters.
    """

    parameters: Parameters
    before: float
    after: float

    @property
    def better(self) -> bool:
        """Whether the new parameters deserve to be published."""
        return self.after > self.before


def calibrated(
    skills: Sequence[SkillSpec],
    items: Sequence[ItemSpec],
    tests: Sequence[Record],
    population: Population = prior.STANDARD,
) -> Calibration:
    """Fit on four tests in five, judge on the fifth, then fit on all.

    ValueError with fewer than ten tests.
    """
    if len(tests) < FEWEST:
        raise ValueError(f"at least {FEWEST} tests are needed")
    apart = tests[::HELD_OUT]
    others = [test for place, test in enumerate(tests) if place % HELD_OUT]
    trial = fitted(skills, items, others, population)
    return Calibration(
        parameters=fitted(skills, items, tests, population),
        before=log_score(ItemBank.build(skills, items), apart, population),
        after=log_score(trial.bank(skills, items), apart, population),
    )


def log_score(
    bank: ItemBank, tests: Sequence[Record], population: Population = prior.STANDARD
) -> float:
    """The mean log of the chance given beforehand to what each answer was, right or not."""
    scope = Scope.of(bank)
    scores = []
    for test in tests:
        end = test.replayed(bank, scope, population)
        scores += [
            chance if step.outcome == "right" else 1 - chance
            for step, chance in zip(end.steps, end.probabilities, strict=True)
            if step.outcome not in UNTOLD
        ]
    return float(np.log(scores).mean()) if scores else 0.0
