from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand
from webapp.domain.responses import Blank, Blanks, Number
from webapp.domain.variant import Variant

_SUBJECTS = (
    "une affiche",
    "un plan de la ville",
    "une photo de classe",
    "une carte ancienne",
    "un dessin",
    "une page d’herbier",
)


def generate(rng: Random) -> Variant:
    """Width × height × 3 octets, then the share saved, far from one half so that it differs."""
    width, height = rng.randrange(400, 1300, 100), rng.randrange(300, 1000, 100)
    raw = width * height * 3
    size = round(raw / 1000 * rng.choice((0.12, 0.18, 0.24, 0.31, 0.36, 0.64, 0.71)))
    gain = round(100 * (1 - size * 1000 / raw))
    demand(width != height and abs(gain - 50) > 5)
    size_blank, gain_blank = "a", "b"
    return Variant(
        params={
            "owner": people.person(rng).first,
            "subject": rng.choice(_SUBJECTS),
            "width": texts.number(width),
            "height": texts.number(height),
            "size": texts.number(size),
            "raw": texts.number(raw),
            "bits": texts.number(raw * 8),
            "left": texts.number(size * 1000),
            "share_left": 100 - gain,
            "gain": gain,
        },
        response=Blanks(
            (
                Blank(size_blank, "Taille sans compression", Number(unit="octets")),
                Blank(gain_blank, "Place gagnée", Number(unit="%", tolerance=1)),
            )
        ),
        accepted=[{size_blank: [raw], gain_blank: [gain]}],
        mistakes={
            "counted_bits": {size_blank: raw * 8},
            "one_octet_a_pixel": {size_blank: width * height},
            "share_left": {gain_blank: 100 - gain},
        },
    )
