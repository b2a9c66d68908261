"""The geometry of the rose."""

import re
from itertools import pairwise
from math import hypot

import pytest

from webapp.ui import rose


def _points(path: str) -> list[tuple[float, float]]:
    """The corners of a path: each command ends with « x y »."""
    return [
        (float(x) - rose.CENTRE, rose.CENTRE - float(y))
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)(?=[LAMZ]|$)", path)
    ]


@pytest.mark.parametrize("rings", [5, 7, 8])
def test_rings_go_outwards_without_touching(rings: int) -> None:
    spans = []
    for ring in range(1, rings + 1):
        lengths = [hypot(*point) for point in _points(rose.wedge(3, ring, rings))]
        spans.append((min(lengths), max(lengths)))
    assert spans[0][0] == pytest.approx(rose.INNER, abs=0.2)
    assert spans[-1][1] < rose.OUTER
    assert all(outer < next_inner for (_, outer), (next_inner, _) in pairwise(spans))


def test_the_first_wind_is_north_and_the_next_ones_turn_clockwise() -> None:
    north, east = _points(rose.wedge(0, 1, 5)), _points(rose.wedge(4, 1, 5))
    assert sum(x for x, _ in north[:3]) / 3 == pytest.approx(0, abs=15)
    assert all(y > 0 for _, y in north)
    assert all(x > 0 for x, _ in east)


def test_there_are_as_many_ticks_as_asked() -> None:
    assert rose.ticks(72).count("M") == 72
