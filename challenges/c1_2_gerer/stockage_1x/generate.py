from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_NAMES = (
    *("expose.odp", "planning.ods", "devoir-maths.pdf", "playlist.txt", "lettre-stage.odt"),
    *("photo-classe.jpg", "fiche-lecture.odt", "budget-club.ods", "carte-voyage.png"),
    *("revisions.odt", "affiche.pdf", "scenario.odt", "recette.odt", "interview.mp3"),
)
_PLACES = {
    "device": "sur son ordinateur seulement",
    "online": "en ligne seulement",
    "both": "sur son ordinateur et en ligne",
}
_OPENED = ("hier", "ce matin", "lundi", "la semaine dernière", "le mois dernier", "avant-hier")


def generate(rng: Random) -> Variant:
    """Six files in three kinds of places; what fails is internet, or in a third the computer."""
    person, offline = people.person(rng), rng.random() < 0.62
    kinds = rng.choice((("device", "device", "online", "online", "online", "both"),
                        ("device", "device", "online", "online", "both", "both"),
                        ("device", "device", "device", "online", "online", "both")))  # fmt: skip
    names = pick(rng, _NAMES, 6)
    places = dict(zip(names, kinds, strict=True))
    reached = "device" if offline else "online"
    missed = "online" if offline else "device"
    right = [name for name, kind in places.items() if kind in (reached, "both")]
    lacking = [name for name, kind in places.items() if kind == missed]
    offered = options(rng, names)

    def first(kind: str) -> str:
        return id_of(offered, next(name for name, each in places.items() if each == kind))

    return Variant(
        params={
            "first": person.first,
            "of": person.of,
            "her": "elle" if person.gender == "f" else "lui",
            "offline": offline,
            "rows": [
                {"name": name, "place": _PLACES[places[name]], "opened": opened}
                for name, opened in zip(shuffled(rng, names), pick(rng, _OPENED, 6), strict=True)
            ],
            "answer": texts.listed([option.text for option in offered if option.text in right]),
        },
        response=Choices(offered),
        accepted=[sorted(ids_of(offered, right))],
        mistakes={
            **{
                f"{missed}_only{rank}": id_of(offered, name)
                for rank, name in zip(("", "_2", "_3"), lacking, strict=False)
            },
            "both_places": first("both"),
            "reachable": first(reached),
        },
    )
