from math import ceil
from random import Random

from challenges.toolkit import places
from challenges.toolkit.draws import demand
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_BOOKLETS = (
    "livret d’accueil",
    "recueil de nouvelles",
    "guide des métiers",
    "journal de voyage",
    "catalogue de l’exposition",
    "règlement du tournoi",
)


def generate(rng: Random) -> Variant:
    """Pages over (faces × pages a face), rounded up; each forgotten step gives another number."""
    pages, per_side = rng.randint(22, 70), rng.choice((4, 6))
    per_sheet = 2 * per_side
    sheets = ceil(pages / per_sheet)
    wrong = {
        "one_side_only": ceil(pages / per_side),
        "rounded_down": pages // per_sheet,
        "ignored_layout": ceil(pages / 2),
    }
    demand(pages % per_sheet and len({sheets, *wrong.values()}) == 4)
    return Variant(
        params={
            "booklet": rng.choice(_BOOKLETS),
            "school": places.school(rng),
            "pages": pages,
            "per_side": per_side,
            "per_sheet": per_sheet,
            "full": pages // per_sheet,
            "rest": pages % per_sheet,
            "sheets": sheets,
        },
        response=Number(label="Nombre de feuilles", unit="feuilles"),
        accepted=[sheets],
        mistakes=wrong,
    )
