"""What the engine assumes of an item before any answer: the level and the format say it."""

import math

SLOPES = (1.2, 2.0, 3.5, 10.0)  # common discriminations, averaged within a test
SLOPE_WEIGHTS = (0.4, 0.3, 0.2, 0.1)  # how probable each is, until answers were calibrated
SLIP = 0.057  # a little more than most people: the careless weigh more
OPEN_GUESS = 0.01
LEAST_GUESS = 0.001  # a chance of nothing at all would forbid surprises
USUAL_OPTIONS = {"choice": 4, "choices": 5, "ordering": 5, "matching": 5}


def difficulty(level: float) -> float:
    """Where a level sits on the ability scale, in standard deviations of the population."""
    return (level - 4) / 1.5


def guess(format_: str, options: int | None) -> float:
    """The chance of a right answer without knowing, from the format and its number of options."""
    count = options or USUAL_OPTIONS.get(format_, 0)
    if format_ == "choice":
        return 1 / max(count, 2)
    if format_ == "choices":
        return max(LEAST_GUESS, 1 / (2.0**count - 1))
    if format_ in ("ordering", "matching"):
        return max(LEAST_GUESS, 1 / math.factorial(min(count, 12)))
    return OPEN_GUESS
