from collections import Counter
from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import demand
from challenges.toolkit.people import Person
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_COUNT = 150
_CATEGORIES = ("minimes", "cadets", "juniors", "seniors")
_HEADER = ["Dossard", "Nom", "Sexe", "Catégorie", "Minutes", "Secondes"]
_MINUTES = (*range(10, 20),) * 11 + (None,) * 10  # one runner in twelve gave up
_Row = list[str | int | None]


def generate(rng: Random) -> Variant:
    """150 runners, three criteria; each criterion left out, or the limit itself, counts others."""
    category, limit = rng.choice(_CATEGORIES), rng.randint(13, 16)
    runners = people.crowd(rng, _COUNT)
    kinds = rng.choices(_CATEGORIES, k=_COUNT)
    minutes = rng.choices(_MINUTES, k=_COUNT)
    results = Counter(zip((runner.gender for runner in runners), kinds, minutes, strict=True))

    def count(*, genders: str = "f", among: tuple[str, ...] = (category,), to: int = limit) -> int:
        return sum(
            times
            for (gender, kind, minute), times in results.items()
            if minute is not None and minute < to and gender in genders and kind in among
        )

    answer = count()
    wrong = {
        "with_boys": count(genders="fm"),
        "any_category": count(among=_CATEGORIES),
        "any_time": count(to=60),
        "minute_included": count(to=limit + 1),
    }
    demand(5 <= answer <= 14 and len({answer, *wrong.values()}) == 5)
    rows = _rows(rng, runners, kinds, minutes)
    return Variant(
        params={
            "school": places.school(rng),
            "count": _COUNT,
            "category": category,
            "limit": limit,
            "last": limit - 1,
            "answer": answer,
        },
        response=Number(label="Nombre de filles", unit="filles"),
        accepted=[answer],
        material=Files((_recipe(rows),)),
        mistakes=wrong,
    )


def _rows(
    rng: Random, runners: list[Person], kinds: list[str], minutes: list[int | None]
) -> list[_Row]:
    """Runners by bib number; those who gave up have no time."""
    rows: list[_Row] = []
    seconds = rng.choices(range(60), k=_COUNT)
    for bib, (runner, kind, minute) in enumerate(zip(runners, kinds, minutes, strict=True), 1):
        sex = "F" if runner.gender == "f" else "G"
        second = None if minute is None else seconds[bib - 1]
        rows.append([bib, f"{runner.last} {runner.first}", sex, kind, minute, second])
    return rows


def _recipe(rows: list[_Row]) -> Recipe:
    lines = [" ; ".join(_HEADER)]
    for bib, name, sex, kind, minute, second in rows:
        time = " ; " if minute is None else f"{minute} ; {second}"
        lines.append(f"{bib} ; {name} ; {sex} ; {kind} ; {time}")
    return Recipe(
        name="cross.xlsx",
        builder="xlsx",
        arguments={"sheets": [{"name": "Résultats", "rows": [_HEADER, *rows]}]},
        description=f"Tableau, {_COUNT} lignes",
        alternative="\n".join(lines),
    )
