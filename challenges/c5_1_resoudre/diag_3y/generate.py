from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_COUNT = 200
_HEADER = ["Heure", "Processeur (%)", "Mémoire (%)"]
# Every ten seconds from 7 to 12 o'clock.
_MOMENTS = [
    f"{hour:02d}:{minute:02d}:{second:02d}"
    for hour in range(7, 12)
    for minute in range(60)
    for second in range(0, 60, 10)
]


def generate(rng: Random) -> Variant:
    """200 readings: the processor goes over first, the memory touches the limit, then passes it."""
    limit = rng.randint(70, 85)
    memory = _memory(rng, limit)
    processor = rng.choices(range(12, limit - 4), k=_COUNT)
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
    noise = rng.choices(range(-3, 4), k=_COUNT)
    values = [limit - 6 - max(0, (90 - n) // 4) + noise[n] for n in range(_COUNT)]
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
    """One moment every ten seconds, from a little after an hour of the morning."""
    first = rng.randrange(0, 4 * 360, 360) + rng.randrange(21 * 6)
    return _MOMENTS[first : first + _COUNT]


def _recipe(rows: list[list[str | int]]) -> Recipe:
    lines = [f"{hour} ; {processor} ; {memory}" for hour, processor, memory in rows]
    return Recipe(
        name="moniteur.csv",
        builder="csv",
        arguments={"header": _HEADER, "rows": rows},
        description=f"Relevé, {_COUNT} lignes",
        alternative="\n".join([" ; ".join(_HEADER), *lines]),
    )
