"""Drawing at equal difficulty, and rejecting an ambiguous draw."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Redraw(Exception):
    """Raised on an ambiguous draw (two right answers, a tie, a giveaway) to draw again."""


def demand(condition: object) -> None:
    """Rejects the draw unless the condition holds."""
    if not condition:
        raise Redraw


def shuffled(rng: Random, values: Iterable[T]) -> list[T]:
    """The values in a drawn order."""
    mixed = list(values)
    rng.shuffle(mixed)
    return mixed


def pick(rng: Random, values: Sequence[T], count: int) -> list[T]:
    """`count` different values, in a drawn order."""
    return rng.sample(list(values), count)


def disordered(rng: Random, solution: Sequence[T]) -> list[T]:
    """The values of an ordering as first shown: neither the solution nor its reverse.

    Two values or fewer cannot be disordered: ValueError.
    """
    right = list(solution)
    if len(right) < 3:
        raise ValueError("an ordering needs three values")
    mixed = shuffled(rng, right)
    while mixed in (right, right[::-1]):
        mixed = shuffled(rng, right)
    return mixed


def until(rng: Random, make: Callable[[Random], T], accept: Callable[[T], object]) -> T:
    """The first of at most 500 draws that is accepted; Redraw when none is."""
    for _ in range(500):
        value = make(rng)
        if accept(value):
            return value
    raise Redraw
