from decimal import Decimal
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import shuffled
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_EVENTS = ("du spectacle", "du tournoi", "du voyage", "de la remise des prix", "de l’atelier")
_CAPACITIES = (8, 16, 32)


def generate(rng: Random) -> Variant:
    """Four lots of three videos; the one that fits shows the greatest numbers, in Mo."""
    capacity = rng.choice(_CAPACITIES)
    free = rng.randrange(2300, 3900, 100)  # Mo
    used = capacity * 1000 - free
    lots = {
        "right": _lot(rng, free - rng.randrange(30, 170, 10), big=rng.choice((0, 0, 1))),
        "whole_key": _lot(rng, free + rng.randrange(1200, 2400, 100), big=2),
        "mega_neglected": _neglected(rng, free),
        "just_over": _lot(rng, free + rng.randrange(60, 190, 10), big=rng.choice((0, 1, 1))),
    }
    written = {kind: _written(rng, lot) for kind, lot in lots.items()}
    offered = options(rng, written.values())
    person = people.person(rng)
    return Variant(
        params={
            "first": person.first,
            "pronoun": texts.capitalised(person.pronoun),
            "event": rng.choice(_EVENTS),
            "capacity": capacity,
            "used": texts.number(Decimal(used) / 1000),
            "free": texts.number(Decimal(free) / 1000),
            "totals": {k: texts.number(Decimal(sum(lot)) / 1000) for k, lot in lots.items()},
        },
        response=Choice(offered),
        accepted=[id_of(offered, written["right"])],
        mistakes={kind: id_of(offered, each) for kind, each in written.items() if kind != "right"},
    )


def _lot(rng: Random, total: int, *, big: int) -> list[int]:
    """Sizes in Mo of that total: `big` videos of 1 Go or more, the others under 1 Go."""
    count = max(3, big + -(-(total - 1100 * big) // 900))
    while True:
        sizes = [rng.randrange(1100, 1900, 100) for _ in range(big)]
        sizes += [rng.randrange(260, 990, 10) for _ in range(count - big - 1)]
        last = total - sum(sizes)
        if 210 <= last < 990:
            return [*sizes, last]


def _neglected(rng: Random, free: int) -> list[int]:
    """Whole Go just under the free room, and Mo that go over it."""
    first = rng.randrange(1100, free - 1000, 100)
    second = free - first - rng.randrange(0, 200, 100)
    return [first, second, rng.randrange(450, 980, 10)]


def _written(rng: Random, lot: list[int]) -> str:
    return texts.listed([texts.size(each * 10**6) for each in shuffled(rng, lot)])
