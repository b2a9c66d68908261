from datetime import datetime, timedelta
from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_COUNT = 200
_HEADER = ["Heure", "Processeur (%)", "Mémoire (%)"]


def generate(rng: Random) -> Variant:
    """200 readings: the processor goes over first, the memory touches the limit, then passes it."""
    limit = rng.randint(70, 85)
    memory = _memory(rng, limit)
    processor = [rng.randint(12, limit - 5) for _ in range(_COUNT)]
    first = next(n for n, value in enumerate(memory) if value > limit)
    touch, burst = memory.index(limit), rng.randint(8, 40)
    processor[burst] = rng.randint(limit + 2, 97)
    highest = memory.index(max(memory))
    demand(len({first, touch, burst, highest}) == 4 and touch < first < highest)
    hours = _hours(rng)
    rows: list[list[str | int]] = [[*row] for row in zip(hours, processor, memory, strict=True)]
    return Variant(
        params={"of_first": people.person(rng).of, "count": _COUNT, "limit": limit},
        response=Text(label="Heure", hint="Heures, minutes et secondes", reading="time"),
        accepted=[hours[first]],
        material=Files((_recipe(rows),)),
        mistakes={
            "equal_counts": hours[touch],
            "processor": hours[burst],
            "highest": hours[highest],
        },
    )


def _memory(rng: Random, limit: int) -> list[int]:
    """A slow rise that touches the limit, passes it, comes back and passes it again."""
    values = [limit - 6 - max(0, (90 - n) // 4) + rng.randint(-3, 3) for n in range(_COUNT)]
    touch = rng.randint(60, 90)
    passing = touch + rng.randint(9, 30)
    values[touch] = limit
    for n in range(passing, passing + 6):
        values[n] = limit + rng.randint(1, 3)
    for n in range(rng.randint(150, 160), rng.randint(170, 180)):
        values[n] = limit + rng.randint(1, 8)
    values[rng.randint(181, 198)] = limit + 12
    return values


def _hours(rng: Random) -> list[str]:
    start = datetime(2027, 3, 1, rng.randint(7, 10), rng.randint(0, 20), rng.randrange(0, 60, 10))  # noqa: DTZ001 (printed)
    return [f"{start + timedelta(seconds=10 * n):%H:%M:%S}" for n in range(_COUNT)]


def _recipe(rows: list[list[str | int]]) -> Recipe:
    lines = [" ; ".join(_HEADER), *(" ; ".join(map(str, row)) for row in rows)]
    return Recipe(
        name="moniteur.csv",
        builder="csv",
        arguments={"header": _HEADER, "rows": rows},
        description=f"Relevé, {_COUNT} lignes",
        alternative="\n".join(lines),
    )
