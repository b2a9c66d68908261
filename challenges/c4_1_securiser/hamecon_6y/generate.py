from collections.abc import Sequence
from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.domains import CLUBS
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

_LINES = {
    "leave": "Sortir de la pression.",
    "person": "S’assurer de la personne, par un chemin choisi par le club.",
    "account": "S’assurer que l’argent irait au bon endroit.",
    "decide": "Décider à plusieurs.",
    "trace": "Laisser une trace de la décision.",
}
_ORDERS = (
    ("leave", "person", "account", "decide", "trace"),
    ("leave", "account", "person", "decide", "trace"),
    ("account", "leave", "person", "decide", "trace"),
)
_GESTURES = {
    "leave": (
        "Annoncer qu’on rappellera, puis couper l’appel vidéo",
        "Mettre fin à l’appel sans rien promettre",
    ),
    "person": (
        "Appeler {name} au numéro noté dans le registre du club",
        "Aller voir {name}, qui habite à deux rues",
    ),
    "account": (
        "Comparer le numéro de compte à celui des factures déjà payées",
        "Chercher ce numéro de compte dans la liste des fournisseurs du club",
    ),
    "decide": (
        "Demander l’accord de la présidente et du secrétaire",
        "Réunir deux autres membres du bureau pour trancher",
    ),
    "trace": (
        "Écrire au cahier du club ce qui a été décidé et pourquoi",
        "Consigner la demande et la réponse dans le compte rendu",
    ),
}


def generate(rng: Random) -> Variant:
    """Five gestures to recognise by their aim; the procedure orders the aims in three ways."""
    caller, treasurer = people.people(rng, 2)
    order = rng.choice(_ORDERS)
    gestures = {
        role: rng.choice(shapes).format(name=treasurer.title) for role, shapes in _GESTURES.items()
    }
    items = mixed(rng, [gestures[role] for role in order])

    def ids(roles: Sequence[str]) -> list[str]:
        return ids_of(items, [gestures[role] for role in roles])

    swap = {"person": "account", "account": "person"}
    return Variant(
        params={
            "first": caller.first,
            "treasurer": treasurer.title,
            "club": f"{rng.choice(CLUBS).lower()} de {places.town(rng)}",
            "amount": texts.number(rng.randrange(350, 980, 10)),
            "sheet": [_LINES[role] for role in order],
            "steps": texts.listed([f"« {gestures[role]} »" for role in order], last="puis"),
        },
        response=Ordering(items),
        accepted=[ids(order)],
        mistakes={
            "approved_first": ids(["decide", *(r for r in order if r != "decide")]),
            "noted_first": ids(["trace", *(r for r in order if r != "trace")]),
            "swapped_checks": ids([swap.get(role, role) for role in order]),
        },
    )
