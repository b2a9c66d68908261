"""Answers that do not look like those of one person trying: for « à prendre avec prudence ».

Each answer is compared with what was expected just before it, so the sums below are standard
normal under the model, whoever the student is. Blocks of strange behaviour show; answers helped
or spoilt here and there do not: this detects no cheating.
"""

import math
from dataclasses import dataclass

from webapp.engine import fatigue
from webapp.engine.state import State

CAUTION = 3.0


@dataclass(frozen=True)
class Fit:
    """Standardised signs of a strange test.

    `surprise` is low when the answers are unlikely as a whole; `drift` is the second half against
    the first, in either direction; `gave_up_after` is a number of answers, or None.
    """

    surprise: float
    drift: float
    gave_up_after: int | None

    @property
    def caution(self) -> bool:
        """Whether the teacher should take the result with caution."""
        strange = self.surprise < -CAUTION or abs(self.drift) > CAUTION
        return strange or self.gave_up_after is not None


def person_fit(state: State) -> Fit:
    """How the answers of a test fit the model; zero when there are none."""
    pairs = [
        (chance, step.outcome == "right")
        for step, chance in zip(state.steps, state.probabilities, strict=True)
        if step.outcome not in ("technical", "hour_over")
    ]
    return Fit(
        surprise=_surprise(pairs), drift=_drift(pairs), gave_up_after=fatigue.stopped_trying(state)
    )


def _surprise(pairs: list[tuple[float, bool]]) -> float:
    total = variance = 0.0
    for chance, right in pairs:
        odds = math.log(chance / (1 - chance))
        total += (right - chance) * odds  # log p(answer), less its mean
        variance += chance * (1 - chance) * odds * odds
    return total / math.sqrt(variance) if variance else 0.0


def _drift(pairs: list[tuple[float, bool]]) -> float:
    half = len(pairs) // 2
    residuals = [(right - chance) / math.sqrt(chance * (1 - chance)) for chance, right in pairs]
    later, earlier = sum(residuals[len(pairs) - half :]), sum(residuals[:half])
    return (later - earlier) / math.sqrt(2 * half) if half else 0.0
