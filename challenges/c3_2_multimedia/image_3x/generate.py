from math import ceil
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

# Paper sizes in inches, upright.
_NAMES = (
    "mer.jpg",
    "sommet.jpg",
    "marche-du-soir.jpg",
    "gare.jpg",
    "pont-suspendu.jpg",
    "cour.jpg",
)
_PAPERS = {"A3": (11.7, 16.5), "A4": (8.3, 11.7), "A5": (5.8, 8.3)}


def generate(rng: Random) -> Variant:
    """One photo is large enough on both sides; the others lack one side or lie down."""
    paper, dots = rng.choice(list(_PAPERS)), rng.choice((150, 200, 250, 300))
    wide, high = _PAPERS[paper]
    need_wide, need_high = ceil(round(wide * dots, 3)), ceil(round(high * dots, 3))

    def near(pixels: int, low: int, high: int) -> int:
        """That many pixels, more or less some per cent, to the nearest four."""
        return round(pixels * (100 + rng.randint(low, high)) / 400) * 4

    sizes = {
        "right": (near(need_wide, 3, 9), near(need_high, 3, 9)),
        "lying_down": (near(need_high, 3, 9), near(need_wide, 3, 9)),
        "too_low": (near(need_wide, 20, 45), near(need_high, -12, -5)),
        "too_narrow": (near(need_wide, -12, -5), near(need_high, 20, 45)),
    }
    names = dict(zip(sizes, pick(rng, _NAMES, 4), strict=True))
    shown = {k: f"{names[k]} : {width} × {height}" for k, (width, height) in sizes.items()}
    choices = options(rng, shown.values())
    return Variant(
        params={
            "first": people.person(rng).first,
            "paper": paper,
            "dots": dots,
            "inches_wide": texts.number(wide),
            "inches_high": texts.number(high),
            "need_wide": need_wide,
            "need_high": need_high,
        },
        response=Choice(choices),
        accepted=[id_of(choices, shown["right"])],
        mistakes={name: id_of(choices, text) for name, text in shown.items() if name != "right"},
    )
