"""The standard normal law, fast: one value by `math`, many by a table."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_REACH = 8
_STEPS = 1000  # a unit


def cdf(x: float) -> float:
    """Φ(x), to machine precision."""
    return 0.5 * math.erfc(-x / math.sqrt(2))


def pdf(x: float) -> float:
    """φ(x), the density."""
    return math.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)


def cdf_many(x: Floats) -> Floats:
    """Φ of each value, by linear interpolation in a table; the error is below 2e-6."""
    place = x * _STEPS
    place += _REACH * _STEPS
    whole = np.trunc(place)
    place -= whole
    index = whole.astype(np.intp)
    below = _TABLE.take(index, mode="clip")
    above = _TABLE[1:].take(index, mode="clip")  # beside it in memory, as a table of rises is not
    above -= below
    place *= above
    place += below
    return place


_TABLE = np.array([cdf(n / _STEPS) for n in range(-_REACH * _STEPS, _REACH * _STEPS + 1)])
