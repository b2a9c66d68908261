from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_DISTANCES = (800, 1500, 3000)


def generate(rng: Random) -> Variant:
    """Thirty runners, three races of different sizes; the trap is another race."""
    runners = [person.full for person in people.people(rng, 30)]
    rows = [(name, rng.choice(_DISTANCES)) for name in runners]
    distance, other = rng.sample(_DISTANCES, 2)
    counts = {each: sum(run == each for _, run in rows) for each in _DISTANCES}
    demand(len(set(counts.values())) == len(_DISTANCES))
    return Variant(
        params={"first": people.person(rng).first, "distance": distance},
        response=Number(label="Nombre d’élèves"),
        accepted=[counts[distance]],
        material=Files((_recipe(rows),)),
        mistakes={"other_distance": counts[other]},
    )


def _recipe(rows: list[tuple[str, int]]) -> Recipe:
    """The list as a table, and as text for whoever cannot open it."""
    return Recipe(
        name="inscrits.csv",
        builder="csv",
        arguments={"header": ["Nom", "Distance"], "rows": [list(row) for row in rows]},
        description=f"Tableau, {len(rows)} lignes",
        alternative="\n".join(f"{name} ; {distance}" for name, distance in rows),
    )
