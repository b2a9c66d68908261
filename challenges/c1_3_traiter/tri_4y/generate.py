from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_COUNT = 150
_CATEGORIES = ("minimes", "cadets", "juniors", "seniors")
_HEADER = ["Dossard", "Nom", "Sexe", "Catégorie", "Minutes", "Secondes"]
_Row = list[str | int | None]


def generate(rng: Random) -> Variant:
    """150 runners, three criteria; each criterion left out, or the limit itself, counts others."""
    category, limit = rng.choice(_CATEGORIES), rng.randint(13, 16)
    rows = _rows(rng)

    def count(*, sexes: str = "F", kinds: tuple[str, ...] = (category,), below: int = limit) -> int:
        return sum(
            str(sex) in sexes and kind in kinds and isinstance(minutes, int) and minutes < below
            for _, _, sex, kind, minutes, _ in rows
        )

    answer = count()
    wrong = {
        "with_boys": count(sexes="FG"),
        "any_category": count(kinds=_CATEGORIES),
        "any_time": count(below=60),
        "minute_included": count(below=limit + 1),
    }
    demand(5 <= answer <= 14 and len({answer, *wrong.values()}) == 5)
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


def _rows(rng: Random) -> list[_Row]:
    """Runners by bib number; one in twelve gave up and has no time."""
    rows: list[_Row] = []
    for bib in range(1, _COUNT + 1):
        person = people.person(rng)
        time: list[int | None] = [rng.randint(10, 19), rng.randint(0, 59)]
        if rng.randrange(12) == 0:
            time = [None, None]
        name = f"{person.last} {person.first}"
        sex = "F" if person.gender == "f" else "G"
        rows.append([bib, name, sex, rng.choice(_CATEGORIES), *time])
    return rows


def _recipe(rows: list[_Row]) -> Recipe:
    listed: list[_Row] = [[*_HEADER], *rows]
    lines = [" ; ".join("" if cell is None else str(cell) for cell in r) for r in listed]
    return Recipe(
        name="cross.xlsx",
        builder="xlsx",
        arguments={"sheets": [{"name": "Résultats", "rows": [_HEADER, *rows]}]},
        description=f"Tableau, {_COUNT} lignes",
        alternative="\n".join(lines),
    )
