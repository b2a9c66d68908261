from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_PLACES = ("du club photo", "de la chorale", "du ciné-club", "du foyer", "du journal du lycée")
_RATIOS = (0.2, 0.25, 0.3, 0.4, 0.6, 0.75)


def generate(rng: Random) -> Variant:
    """A reduction by a round ratio; subtracting, keeping or dividing gives another height."""
    ratio = rng.choice(_RATIOS)
    width, height = rng.randrange(2000, 4800, 200), rng.randrange(1200, 2600, 20)
    new_width, answer = round(width * ratio), round(height * ratio)
    wrong = {
        "same_difference": height - (width - new_width),
        "height_kept": height,
        "upside_down": round(height / ratio),
    }
    demand(wrong["same_difference"] > 100 and len({answer, *wrong.values()}) == 4)
    return Variant(
        params={
            "first": people.person(rng).first,
            "of_place": rng.choice(_PLACES),
            "width": width,
            "height": height,
            "new_width": new_width,
            "ratio": texts.number(ratio),
            "answer": answer,
        },
        response=Number(label="Hauteur", unit="pixels"),
        accepted=[answer],
        mistakes=wrong,
    )
