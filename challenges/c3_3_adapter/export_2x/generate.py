from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# The sign of a span, and the sign between the pieces.
_NOTATIONS = (("-", ";"), ("-", ","), (":", ";"), ("..", ","))


def generate(rng: Random) -> Variant:
    """A span and a page, in the notation that the box shows and no other."""
    (span, between), (other_span, other_between) = pick(rng, _NOTATIONS, 2)
    a = rng.randint(3, 9)
    b = a + rng.randint(3, 8)
    c = b + rng.randint(4, 12)
    typed = {
        "right": f"{a}{span}{b}{between}{c}",
        "other_notation": f"{a}{other_span}{b}{other_between}{c}",
        "ends_only": f"{a}{between}{b}{between}{c}",
        "whole_span": f"{a}{span}{b}{between}{b + 1}{span}{c}",
    }
    choices = options(rng, typed.values())
    return Variant(
        params={
            "first": people.person(rng).first,
            "a": a,
            "b": b,
            "c": c,
            "example": f"2{span}4{between}9",
            "right": typed["right"],
        },
        response=Choice(choices),
        accepted=[id_of(choices, typed["right"])],
        mistakes={name: id_of(choices, text) for name, text in typed.items() if name != "right"},
    )
