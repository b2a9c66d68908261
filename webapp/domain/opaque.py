"""Opaque words: what they name cannot be told from them, nor their order."""

from collections.abc import Sequence
from random import Random


def table_of(letters: str) -> tuple[str, ...]:
    """At most 32 letters, one for each value of five bits; the values that are left give none."""
    return (*letters, *[""] * (32 - len(letters)))


def word(rng: Random, table: Sequence[str], length: int) -> str:
    """A word of so many letters, each as probable as the others."""
    drawn = ""
    while len(drawn) < length:
        drawn += table[rng.getrandbits(5)]
    return drawn
