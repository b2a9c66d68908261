from random import Random

from challenges.toolkit import domains, people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

# A datum → how the notice names it, and what it asks for.
_DATA = {
    "password": (
        ("l’empreinte des mots de passe", "les mots de passe hachés"),
        (
            "Changer le mot de passe de ce compte, et partout où il servait",
            "Mettre un nouveau mot de passe ici et sur tout site où il est le même",
        ),
    ),
    "card": (
        ("le numéro de la carte bancaire", "les numéros de carte avec leur date de fin"),
        (
            "Appeler la banque pour faire opposition à la carte",
            "Faire bloquer la carte bancaire et en demander une autre",
        ),
    ),
    "account": (
        ("l’IBAN du compte bancaire", "les coordonnées bancaires (IBAN)"),
        (
            "Surveiller les prélèvements sur le compte bancaire",
            "Relire les relevés du compte pour y chercher un prélèvement inconnu",
        ),
    ),
    "mail": (
        ("l’adresse électronique", "les adresses électroniques"),
        (
            "Se méfier des courriels qui parleront de ce compte",
            "Vérifier l’expéditeur des prochains courriels sur cette fuite",
        ),
    ),
    "phone": (
        ("le numéro de téléphone", "les numéros de téléphone"),
        (
            "Se méfier des SMS et des appels au sujet de ce compte",
            "Raccrocher si un « conseiller » de ce service téléphone",
        ),
    ),
    "home": (
        ("l’adresse postale", "les adresses postales"),
        (
            "Se méfier des factures de ce service reçues par la poste",
            "Vérifier les lettres envoyées au nom de ce service",
        ),
    ),
}


def generate(rng: Random) -> Variant:
    """Three or four data of six were copied; the notice names the others as safe."""
    leaked = set(pick(rng, list(_DATA), rng.choice((3, 4))))
    actions = {name: rng.choice(shapes) for name, (_, shapes) in _DATA.items()}
    answers = options(rng, actions.values())
    return Variant(
        params={
            "first": people.person(rng).first,
            "service": domains.service(rng).name,
            "day": texts.day(texts.school_day(rng)),
            "leaked": _named(rng, leaked),
            "safe": _named(rng, set(_DATA) - leaked),
        },
        response=Choices(answers),
        accepted=[sorted(ids_of(answers, [actions[name] for name in _DATA if name in leaked]))],
        mistakes={name: id_of(answers, text) for name, text in actions.items()},
    )


def _named(rng: Random, data: set[str]) -> str:
    """The data as a notice lists them, in a drawn order."""
    return texts.listed([rng.choice(_DATA[name][0]) for name in pick(rng, sorted(data), len(data))])
