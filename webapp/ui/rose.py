"""The geometry of the rose: sixteen winds, one ring a level; a drawing of 480 by 480."""

from functools import cache
from math import asin, cos, pi, sin

WINDS = 16
CENTRE = 240.0
INNER, OUTER = 62.0, 197.0  # where the first ring begins, where the gap after the last one ends
GAP = 4.0  # between winds, on each side
FILLED = 2 / 3  # of a ring; the rest is the gap to the next


@cache
def wedge(wind: int, ring: int, rings: int) -> str:
    """The path of one cell: winds from 0 (north), clockwise; rings from 1 (inside)."""
    step = (OUTER - INNER) / rings
    low = INNER + (ring - 1) * step
    high = low + step * FILLED
    start, end = _edges(wind, low), _edges(wind, high)
    return (
        f"M{_point(low, start[0])}L{_point(high, end[0])}"
        f"A{high:.0f} {high:.0f} 0 0 1 {_point(high, end[1])}"
        f"L{_point(low, start[1])}A{low:.0f} {low:.0f} 0 0 0 {_point(low, start[0])}Z"
    )


@cache
def ticks(count: int) -> str:
    """The path of `count` ticks around the rose, longer every eighth of a turn."""
    strokes = []
    for number in range(count):
        angle = 2 * pi * number / count
        length = 16 if number * 8 % count == 0 else 8
        strokes.append(f"M{_point(230 - length, angle)}L{_point(230, angle)}")
    return "".join(strokes)


@cache
def around(wind: int, radius: float) -> str:
    """« x y » of the middle of a wind at `radius`, for a label."""
    return _point(radius, 2 * pi * wind / WINDS)


def _edges(wind: int, radius: float) -> tuple[float, float]:
    middle = 2 * pi * wind / WINDS
    half = pi / WINDS - asin(GAP / radius)
    return middle - half, middle + half


def _point(radius: float, angle: float) -> str:
    """A point at `angle` from the north, clockwise."""
    return f"{CENTRE + radius * sin(angle):.1f} {CENTRE - radius * cos(angle):.1f}"
