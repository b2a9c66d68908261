from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_USES = {
    300: ("un livre photo", "un calendrier", "une carte postale"),
    200: ("un poster de chambre", "un tirage encadré"),
    150: ("une affiche de couloir", "un panneau d’exposition"),
}


def generate(rng: Random) -> Variant:
    """Pixels to inches, inches to centimetres; each slip is more than a centimetre away."""
    dots = rng.choice(list(_USES))
    pixels = rng.randrange(1500, 4600, 20)
    inches = pixels / dots
    answer = round(inches * 2.54, 1)
    wrong = {
        "in_inches": round(inches, 1),
        "divided_again": round(inches / 2.54, 1),
        "inch_is_centimetre": round(pixels / 2.54, 1),
    }
    demand(min(abs(answer - value) for value in wrong.values()) > 1)
    return Variant(
        params={
            "of_first": people.person(rng).of,
            "use": rng.choice(_USES[dots]),
            "pixels": pixels,
            "dots": dots,
            "inches": texts.number(round(inches, 2)),
            "answer": texts.number(answer),
        },
        response=Number(label="Largeur", unit="cm", tolerance=0.1),
        accepted=[answer],
        mistakes=wrong,
    )
