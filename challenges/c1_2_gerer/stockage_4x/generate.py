from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_NAMES = ("liste-courses.txt", "expose.odt", "planning.ods", "paroles.odt", "itineraire.odt")
_BOTH = (
    "En cas de conflit, les deux versions sont gardées : la seconde arrivée prend le nom "
    "« copie en conflit ».",
    "Si deux versions s’opposent, aucune n’est effacée : le service crée une « copie en conflit ».",
)
_LATEST = (
    "En cas de conflit, la version modifiée le plus tard remplace l’autre, quelle que soit "
    "l’heure d’envoi.",
    "Seule est gardée la version dont l’heure de modification est la plus récente.",
)
_ARRIVED = (
    "La dernière version arrivée sur le service remplace l’autre, quelle que soit l’heure de "
    "modification.",
    "Le service garde ce qui lui a été envoyé en dernier, et rien d’autre.",
)


def generate(rng: Random) -> Variant:
    """Three settings, two orders of the changes: phone, computer or both."""
    owner, name = people.person(rng), rng.choice(_NAMES)
    setting = rng.choice(("both", "latest", "latest", "arrived"))
    phone_first = setting == "arrived" or rng.random() < 0.6
    hours = sorted(pick(rng, range(9 * 12, 17 * 12), 3))  # in steps of five minutes
    phone, computer = hours[:2] if phone_first else (hours[1], hours[0])
    right, rule, because = _outcome(rng, setting, phone_first=phone_first)
    offered_texts = {
        "phone_wins": "Un seul fichier : la version du téléphone",
        "computer_wins": "Un seul fichier : la version de l’ordinateur",
        "both_kept": "Deux fichiers : un pour chaque version",
        "merged": "Un seul fichier, où les deux textes sont mêlés",
    }
    offered = options(rng, offered_texts.values())
    return Variant(
        params={
            "owner": owner.params(),
            "name": name,
            "phone_time": _hour(phone),
            "computer_time": _hour(computer),
            "phone_first": phone_first,
            "back_time": _hour(hours[2]),
            "rule": rule,
            "both": setting == "both",
            "because": because,
        },
        response=Choice(offered),
        accepted=[id_of(offered, offered_texts[right])],
        mistakes={
            kind: id_of(offered, text) for kind, text in offered_texts.items() if kind != right
        },
    )


def _outcome(rng: Random, setting: str, *, phone_first: bool) -> tuple[str, str, str]:
    """What is found, the setting as written, and why."""
    if setting == "both":
        return "both_kept", rng.choice(_BOTH), "les deux versions sont gardées, côte à côte"
    if setting == "arrived":
        return (
            "phone_wins",
            rng.choice(_ARRIVED),
            "le téléphone envoie sa version en dernier : elle remplace celle de l’ordinateur",
        )
    winner, words = (
        ("computer_wins", "l’ordinateur") if phone_first else ("phone_wins", "le téléphone")
    )
    because = f"la modification la plus récente a été faite sur {words} : c’est elle qui reste"
    return winner, rng.choice(_LATEST), because


def _hour(fives: int) -> str:
    return texts.hour(fives // 12, fives % 12 * 5)
