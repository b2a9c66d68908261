from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand, pick
from webapp.domain.materials import Files, Json, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_COUNT = 200
_GENRES = ("roman", "policier", "manga", "théâtre", "poésie", "conte")
_HEADER = ("Titre", "Genre", "Année", "État")
_THINGS = (
    *("La maison", "Le phare", "L’île", "Le train", "La rivière", "Le jardin", "La tour"),
    *("Le marché", "La forêt", "Le pont", "La gare", "Le carnet", "La clé", "L’horloge"),
)
_ENDINGS = (
    *("des brumes", "du silence", "de l’oubli", "de minuit", "aux oiseaux", "sans nom", "d’argent"),
    *("du voisin", "des vagues", "de papier", "du retour", "sous la neige", "d’Élise", "rouge"),
    "des deux lunes",
)
_TITLES = tuple(f"{thing} {ending}" for thing in _THINGS for ending in _ENDINGS)
_THERE, _LENT = "disponible", "emprunté"
_STATES = (_THERE,) * 3 + (_LENT,) * 2
_YEARS = range(1990, 2027)
_LIMITS = range(2004, 2018)
_Book = tuple[str, int, str]  # genre, year, state


def generate(rng: Random) -> Variant:
    """200 books, three criteria; each criterion left out gives another count."""
    genre, books = rng.choice(_GENRES), _books(rng)
    ours = [published for kind, published, state in books if (kind, state) == (genre, _THERE)]
    year = _limit(rng, ours)
    answer = sum(published > year for published in ours)
    wrong = {
        "all_states": sum(kind == genre and published > year for kind, published, _ in books),
        "year_included": answer + ours.count(year),
        "any_year": len(ours),
        "any_genre": sum(state == _THERE and published > year for _, published, state in books),
    }
    demand(5 <= answer <= 14 and len({answer, *wrong.values()}) == 5)
    return Variant(
        params={
            "first": people.person(rng).first,
            "count": _COUNT,
            "genre": genre,
            "year": year,
            "next_year": year + 1,
            "answer": answer,
        },
        response=Number(label="Nombre de livres", unit="livres"),
        accepted=[answer],
        material=Files((_recipe(pick(rng, _TITLES, _COUNT), books),)),
        mistakes=wrong,
    )


def _books(rng: Random) -> list[_Book]:
    """Books in no order, their titles left for later."""
    kinds = rng.choices(_GENRES, k=_COUNT)
    years = rng.choices(_YEARS, k=_COUNT)
    return list(zip(kinds, years, rng.choices(_STATES, k=_COUNT), strict=True))


def _limit(rng: Random, years: list[int]) -> int:
    """One of the years: « after » and « from » then do not count the same books."""
    limits = sorted({year for year in years if year in _LIMITS})
    demand(limits)
    return rng.choice(limits)


def _recipe(titles: list[str], books: list[_Book]) -> Recipe:
    rows: list[Json] = [[title, *book] for title, book in zip(titles, books, strict=True)]
    lines = [f"{title} ; {kind} ; {year} ; {state}" for title, kind, year, state in rows]
    return Recipe(
        name="livres-cdi.csv",
        builder="csv",
        arguments={"header": list(_HEADER), "rows": rows},
        description=f"Tableau, {_COUNT} lignes",
        alternative="\n".join([" ; ".join(_HEADER), *lines]),
    )
