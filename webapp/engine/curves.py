"""What items share: those of a topic, with one difficulty, differ only by their guess and slip."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from webapp.engine.normal import Floats

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Curves:
    """The distinct curves Φ(alpha (ability - difficulty)) of the items, in three stages.

    A slant is a topic with a slope for each hypothesis, a curve is a slant with a difficulty, a
    kind is a curve with a guess and a ceiling; a bank that declares only levels has few of them.
    `topic` (of the slants), `slant` (of the curves), `curve` (of the kinds) and `kind` (of the
    items) are None when each has its own, in the same order. `rise` is how much knowing adds to
    the chance of a right answer, `scale` is rise² / 2π.
    """

    topic: Indices | None
    squared: Floats  # alpha², hypotheses × slants
    slant: Indices | None
    difficulty: Floats  # of the curves
    curve: Indices | None
    guess: Floats  # of the kinds, like the next two
    rise: Floats
    scale: Floats
    kind: Indices | None

    @classmethod
    def of(
        cls,
        topic: Indices,
        alpha: Floats,
        difficulty: Floats,
        chances: tuple[Floats, Floats],
        topics: int,
    ) -> "Curves":
        """The curves of these items, of so many topics; the rows of `alpha` are the hypotheses.

        `chances` are the guesses and the ceilings.
        """
        kinds, kind = _distinct(np.vstack([topic, alpha, difficulty, *chances]))
        curves, curve = _distinct(kinds[:-2])
        slants, slant = _distinct(curves[:-1])
        owner = slants[0].astype(np.intp)
        guess, ceiling = kinds[-2:]
        rise = ceiling - guess
        return cls(
            topic=None if np.array_equal(owner, np.arange(topics)) else owner,
            squared=slants[1:] ** 2,
            slant=slant,
            difficulty=curves[-1],
            curve=curve,
            guess=guess,
            rise=rise,
            scale=rise * rise / (2 * np.pi),
            kind=kind,
        )


def shared(values: Floats, places: Indices | None) -> Floats:
    """Each of `values` (of its columns, when it has rows) as often as it serves."""
    return values if places is None else values.take(places, axis=-1, mode="clip")


def _distinct(columns: Floats) -> tuple[Floats, Indices | None]:
    """The different columns, and which of them each column is (None: they all differ)."""
    found, place = np.unique(columns, axis=1, return_inverse=True)
    return (columns, None) if found.shape == columns.shape else (found, place)
