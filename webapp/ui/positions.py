"""Where a student stands in a test, in words and as a bar: never more than is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.engine.progress import Remaining

MOST_SEGMENTS = 60


@dataclass(frozen=True)
class Position:
    """« Question 7 », « encore 5 à 8 », « environ 9 min », and the segments of the bar.

    `done`, `sure` and `maybe` count questions besides the present one (`now`).
    """

    title: str
    rest: str = ""
    minutes: str = ""
    done: int = 0
    sure: int = 0
    maybe: int = 0
    now: bool = True


def at_question(number: int, left: Remaining | None, end: str = "") -> Position:
    """The position while a question is open; `left` counts it too.

    `end` says when a limited test is over, instead of how long the rest takes.
    """
    title = f"Question {number}"
    if left is None:
        return Position(title)
    low, high = max(0, left.low - 1), max(0, left.high - 1)
    return Position(
        title=title,
        rest=_after_this_one(low, high),
        minutes=end or _minutes(left.minutes),
        done=number - 1,
        sure=low,
        maybe=min(high - low, MOST_SEGMENTS),
    )


def in_practice(subject: str, check: Sequence[int] | None) -> Position:
    """The position in a practice; `check` is (which, of how many) in the self-check of a lesson."""
    if check is None:
        return Position("Entraînement", subject)
    place, total = check
    return Position(f"Vérification {place} sur {total}", subject)


def at_checkpoint(answered: int, left: Remaining | None) -> Position:
    """The position between two questions."""
    if left is None:
        return Position("Point d’étape", now=False)
    low, high = max(1, left.low), max(1, left.high)
    return Position(
        title="Point d’étape",
        rest=f"encore {_range(low, high)} question{'s' if high > 1 else ''}",
        done=answered,
        sure=low,
        maybe=min(high - low, MOST_SEGMENTS),
        now=False,
    )


def _after_this_one(low: int, high: int) -> str:
    if high == 0:
        return "c’est la dernière"
    if low == 0:
        return f"encore {high} au plus"
    return f"encore {_range(low, high)}"


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} à {high}"


def _minutes(minutes: int) -> str:
    return f"environ {max(1, minutes)} min"
