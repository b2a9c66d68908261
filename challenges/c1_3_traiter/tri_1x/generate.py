from random import Random

from challenges.toolkit import places
from challenges.toolkit.draws import pick
from webapp.domain.responses import Text
from webapp.domain.variant import Variant

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
_MAINS = (
    *("lasagnes", "poisson pané", "couscous", "omelette", "curry de légumes", "gratin"),
    *("hachis", "riz cantonais", "poulet rôti", "chili", "quiche", "raviolis"),
)
_DESSERTS = (
    *("compote", "yaourt", "clafoutis", "riz au lait", "ananas", "brownie"),
    *("crème caramel", "tarte aux pommes", "mousse au chocolat", "kiwi", "flan", "sorbet"),
)


def generate(rng: Random) -> Variant:
    """Two weeks of menus, no dish twice: one cell to read."""
    courses = [pick(rng, dishes, 10) for dishes in (_MAINS, _DESSERTS)]
    rows = [
        {"day": _DAYS[i % 5], "main": main, "dessert": dessert}
        for i, (main, dessert) in enumerate(zip(*courses, strict=True))
    ]
    first = rng.randint(2, 40)
    asked, day = rng.randrange(2), rng.randrange(5)
    row, twin = rows[asked * 5 + day], rows[(1 - asked) * 5 + day]
    next_day = rows[asked * 5 + (day + 1 if day < 4 else day - 1)]
    return Variant(
        params={
            "school": places.school(rng),
            "weeks": [
                {"number": first + week, "rows": rows[week * 5 : week * 5 + 5]} for week in (0, 1)
            ],
            "day": row["day"],
            "week": first + asked,
            "answer": row["dessert"],
        },
        response=Text(label="Dessert"),
        accepted=[row["dessert"]],
        mistakes={
            "other_week": twin["dessert"],
            "other_day": next_day["dessert"],
            "other_course": row["main"],
        },
    )
