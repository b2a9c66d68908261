from itertools import accumulate
from random import Random

from challenges.toolkit.draws import demand
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_COLUMNS, _SIZE = "ABCDEFGH", 8
_MOVES = {"droite": (1, 0), "gauche": (-1, 0), "bas": (0, 1), "haut": (0, -1)}
_FLIPPED = {"bas": "haut", "haut": "bas"}
_WORDS = {
    "droite": "vers la droite",
    "gauche": "vers la gauche",
    "bas": "vers le bas",
    "haut": "vers le haut",
}
_Cell = tuple[int, int]


def generate(rng: Random) -> Variant:
    """Five moves on a grid; flipping it, counting the start or stopping early ends elsewhere."""
    plan = _plan(rng)
    start = _start(rng, plan)
    cells, wrong = _walk(start, plan), _misread(start, plan)
    demand(len({cells[-1], *wrong.values()}) == 4)
    column, line = _COLUMNS[cells[-1][0]], cells[-1][1] + 1
    return Variant(
        params={
            "start": _name(start),
            "steps": [f"Avance de {n} case{'s' * (n > 1)} {_WORDS[way]}." for way, n in plan],
            "trace": ", ".join(map(_name, cells)),
            "rows": [
                {
                    "number": y + 1,
                    "cells": ["R" if (x, y) == start else "·" for x in range(_SIZE)],
                }
                for y in range(_SIZE)
            ],
        },
        response=Text(label="Case d’arrivée", reading="exact"),
        accepted=[f"{column}{line}", f"{column} {line}", f"{line}{column}", f"{column}-{line}"],
        mistakes={name: _name(cell) for name, cell in wrong.items()},
    )


def _plan(rng: Random) -> list[tuple[str, int]]:
    """Five moves, across then up or down in turn."""
    axes = (("droite", "gauche"), ("bas", "haut"))
    first = rng.randrange(2)
    return [(rng.choice(axes[(first + n) % 2]), rng.randint(1, 4)) for n in range(5)]


def _start(rng: Random, plan: list[tuple[str, int]]) -> _Cell:
    """A cell from which neither the walk nor a misreading of it leaves the grid."""
    seen = [*_walk((0, 0), plan), *_misread((0, 0), plan).values()]
    columns, lines = (range(-min(parts), _SIZE - max(parts)) for parts in zip(*seen, strict=True))
    demand(columns and lines)
    return rng.choice(columns), rng.choice(lines)


def _misread(start: _Cell, plan: list[tuple[str, int]]) -> dict[str, _Cell]:
    """Where each mistake ends."""
    flipped = [(_FLIPPED.get(way, way), n) for way, n in plan]
    return {
        "upside_down": _walk(start, flipped)[-1],
        "start_counted": _walk(start, [(way, n - 1) for way, n in plan])[-1],
        "last_forgotten": _walk(start, plan[:-1])[-1],
    }


def _walk(start: _Cell, plan: list[tuple[str, int]]) -> list[_Cell]:
    """The cells where each move ends, the start first."""
    moves = [(_MOVES[way][0] * n, _MOVES[way][1] * n) for way, n in plan]
    return list(accumulate(moves, lambda a, b: (a[0] + b[0], a[1] + b[1]), initial=start))


def _name(cell: _Cell) -> str:
    return f"{_COLUMNS[cell[0]]}{cell[1] + 1}"
