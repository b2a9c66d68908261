from itertools import accumulate
from random import Random

from challenges.toolkit.draws import demand
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_COLUMNS, _SIZE = "ABCDEFGH", 8
_MOVES = {"droite": (1, 0), "gauche": (-1, 0), "bas": (0, 1), "haut": (0, -1)}
_WORDS = {
    "droite": "vers la droite",
    "gauche": "vers la gauche",
    "bas": "vers le bas",
    "haut": "vers le haut",
}
_Cell = tuple[int, int]


def generate(rng: Random) -> Variant:
    """Five moves on a grid; flipping it, counting the start or stopping early ends elsewhere."""
    start = (rng.randrange(_SIZE), rng.randrange(_SIZE))
    plan = _plan(rng)
    cells = _walk(start, plan)
    wrong = {
        "upside_down": _walk(start, [(way, n if dy == 0 else -n) for way, n in plan
                                     for dy in (_MOVES[way][1],)])[-1],
        "start_counted": _walk(start, [(way, n - 1) for way, n in plan])[-1],
        "last_forgotten": cells[-2],
    }  # fmt: skip
    demand(all(_inside(cell) for cell in (*cells, *wrong.values())))
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


def _walk(start: _Cell, plan: list[tuple[str, int]]) -> list[_Cell]:
    """The cells where each move ends, the start first."""
    moves = [(_MOVES[way][0] * n, _MOVES[way][1] * n) for way, n in plan]
    return list(accumulate(moves, lambda a, b: (a[0] + b[0], a[1] + b[1]), initial=start))


def _inside(cell: _Cell) -> bool:
    return all(0 <= part < _SIZE for part in cell)


def _name(cell: _Cell) -> str:
    return f"{_COLUMNS[cell[0]]}{cell[1] + 1}"
