"""How near a given answer is to an expected one."""

from collections.abc import Iterable
from enum import IntEnum


class Nearness(IntEnum):
    """From the same to what a person would still take for it; the lower, the nearer."""

    SAME = 0
    LIKE = 1  # an article, a hyphen, a rounding inside the tolerance
    SLIP = 2  # one typing slip in a long word
    VAGUE = 3  # something left unsaid: the year of a date, the scheme of an address


def nearest(found: Iterable[Nearness | None]) -> Nearness | None:
    """The nearest of those that are near at all."""
    return min((nearness for nearness in found if nearness is not None), default=None)


def farthest(found: Iterable[Nearness | None]) -> Nearness | None:
    """The farthest, or None as soon as one is not near: all must fit together."""
    worst = Nearness.SAME
    for nearness in found:
        if nearness is None:
            return None
        worst = max(worst, nearness)
    return worst
