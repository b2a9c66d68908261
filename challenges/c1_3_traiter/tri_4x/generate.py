from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import demand
from webapp.domain.materials import Files, Recipe
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


def generate(rng: Random) -> Variant:
    """200 books, three criteria; each criterion left out gives another count."""
    genre, year = rng.choice(_GENRES), rng.randint(2004, 2017)
    books = _books(rng)

    def count(*, any_genre: bool = False, after: int = year, any_state: bool = False) -> int:
        return sum(
            (any_genre or kind == genre)
            and published > after
            and (any_state or state == "disponible")
            for _, kind, published, state in books
        )

    answer = count()
    wrong = {
        "all_states": count(any_state=True),
        "year_included": count(after=year - 1),
        "any_year": count(after=0),
        "any_genre": count(any_genre=True),
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
        material=Files((_recipe(books),)),
        mistakes=wrong,
    )


def _books(rng: Random) -> list[tuple[str, str, int, str]]:
    """Books with different titles, in no order."""
    titles = [f"{thing} {ending}" for thing in _THINGS for ending in _ENDINGS]
    return [
        (
            title,
            rng.choice(_GENRES),
            rng.randint(1990, 2026),
            "disponible" if rng.random() < 0.6 else "emprunté",
        )
        for title in rng.sample(titles, _COUNT)
    ]


def _recipe(books: list[tuple[str, str, int, str]]) -> Recipe:
    rows: list[list[str | int]] = [list(book) for book in books]
    titles: list[str | int] = [*_HEADER]
    lines = [" ; ".join(str(cell) for cell in row) for row in [titles, *rows]]
    return Recipe(
        name="livres-cdi.csv",
        builder="csv",
        arguments={"header": list(_HEADER), "rows": rows},
        description=f"Tableau, {_COUNT} lignes",
        alternative="\n".join(lines),
    )
