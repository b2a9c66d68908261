from random import Random

from challenges.toolkit import people
from webapp.domain.responses import Blank, Blanks, Number
from webapp.domain.variant import Variant


def generate(rng: Random) -> Variant:
    """A product, then a difference; the trap is to count one photo."""
    count, each = rng.randint(12, 40), rng.randint(3, 8)
    free = count * each + rng.randint(50, 400)
    return Variant(
        params={
            "first": people.person(rng).first,
            "count": count,
            "each": each,
            "free": free,
        },
        response=Blanks(
            (
                Blank("a", "Place des photos", Number(unit="Mo")),
                Blank("b", "Place restante", Number(unit="Mo")),
            )
        ),
        accepted=[{"a": [count * each], "b": [free - count * each]}],
        mistakes={"one_photo": {"a": each, "b": free - each}},
    )
