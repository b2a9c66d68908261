from random import Random

from challenges.toolkit import people, places, texts
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

_LINES = {
    "stop": "Empêcher tout de suite qu’on se serve de ce qui a été donné.",
    "guard": "Fermer les autres portes que la même information ouvrirait.",
    "proof": "Garder une trace de ce qui s’est passé.",
    "warn": "Aider à faire disparaître le piège pour les prochains.",
    "complain": "Faire reconnaître le tort subi.",
}
_ORDERS = (
    ("stop", "guard", "proof", "warn", "complain"),
    ("proof", "stop", "guard", "warn", "complain"),
    ("stop", "proof", "guard", "warn", "complain"),
)
_DATA = {
    "le mot de passe de sa messagerie": {
        "stop": "Changer le mot de passe de la messagerie",
        "guard": "Changer le mot de passe des comptes où c’était le même",
    },
    "le numéro de sa carte bancaire": {
        "stop": "Appeler la banque pour faire opposition",
        "guard": "Retirer cette carte des boutiques en ligne où elle est enregistrée",
    },
    "le code de son compte de jeux": {
        "stop": "Changer le code du compte de jeux",
        "guard": "Changer le code du forum, qui était le même",
    },
    "l’identifiant et le code de sa banque": {
        "stop": "Appeler la banque pour bloquer l’accès au compte",
        "guard": "Changer le code de la messagerie, qui était le même",
    },
}
_PROOFS = (
    "Faire des captures du faux site et du message reçu",
    "Enregistrer le message reçu et noter l’adresse du faux site",
)
_WARNINGS = (
    "Signaler l’adresse du faux site au service public qui fait fermer ces sites",
    "Transmettre le message piégé au service public de signalement",
)
_COMPLAINTS = (
    "Se rendre au commissariat avec un parent et les preuves",
    "Déposer plainte à la gendarmerie avec un parent",
)


def generate(rng: Random) -> Variant:
    """Five gestures to recognise by their role; the sheet orders the roles in one of three ways."""
    datum, order = rng.choice(list(_DATA)), rng.choice(_ORDERS)
    gestures = {
        **_DATA[datum],
        "proof": rng.choice(_PROOFS),
        "warn": rng.choice(_WARNINGS),
        "complain": rng.choice(_COMPLAINTS),
    }
    items = mixed(rng, [gestures[role] for role in order])

    def ids(roles: list[str]) -> list[str]:
        return ids_of(items, [gestures[role] for role in roles])

    swap = {"guard": "proof", "proof": "guard"}
    person = people.person(rng)
    return Variant(
        params={
            "person": person.params(),
            "school": places.school(rng),
            "datum": datum,
            "sheet": [_LINES[role] for role in order],
            "steps": texts.listed([f"« {gestures[role]} »" for role in order], last="puis"),
        },
        response=Ordering(items),
        accepted=[ids(list(order))],
        mistakes={
            "complain_too_soon": ids(["complain", *(r for r in order if r != "complain")]),
            "warn_first": ids(["warn", *(r for r in order if r != "warn")]),
            "swapped_guard_and_proof": ids([swap.get(role, role) for role in order]),
        },
    )
