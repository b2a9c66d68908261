from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_APPS = ("Vidéolys", "Bavardo", "Cubelune", "Musicâline", "Photoline", "Dessinéo")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_VALUES = range(15, 151, 15)


def generate(rng: Random) -> Variant:
    """Two applications over a week, no duration twice where it could be mistaken."""
    app, other = pick(rng, _APPS, 2)
    ours = pick(rng, _VALUES, 7)
    day = rng.randrange(7)
    next_day = day + 1 if day < 6 else day - 1
    theirs = [rng.choice([v for v in _VALUES if v not in (mine, ours[day])]) for mine in ours]
    theirs[day] = rng.choice([v for v in _VALUES if v not in (ours[day], ours[next_day])])
    person = people.person(rng)
    series: list[dict[str, object]] = [
        {"name": app, "values": ours},
        {"name": other, "values": theirs},
    ]
    rng.shuffle(series)
    return Variant(
        params={
            "first": person.first,
            "of_first": person.of,
            "pronoun": person.pronoun,
            "app": app,
            "day": _DAYS[day],
            "answer": ours[day],
        },
        response=Number(label="Durée, en minutes", unit="minutes"),
        accepted=[ours[day]],
        material=Files((_recipe(series),)),
        mistakes={"other_app": theirs[day], "other_day": ours[next_day]},
    )


def _recipe(series: list[dict[str, object]]) -> Recipe:
    rows = [f"Jour ; {series[0]['name']} ; {series[1]['name']}"]
    columns = [each["values"] for each in series]
    for number, day in enumerate(_DAYS):
        cells = [_said(column[number]) for column in columns if isinstance(column, list)]
        rows.append(f"{day} ; {' ; '.join(cells)}")
    return Recipe(
        name="bilan.png",
        builder="chart",
        arguments={
            "kind": "bar",
            "labels": [day[:3] for day in _DAYS],
            "series": series,
            "title": "Minutes par jour",
            "high": 150,
        },
        description="Graphique à barres",
        alternative="\n".join(rows),
        inline=True,
    )


def _said(minutes: int) -> str:
    """« 45 min », « 1 h 15 min »."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * (hours > 0) + [f"{rest} min"] * (rest > 0))
