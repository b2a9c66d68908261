from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_PLACES = (
    {
        "where": "Sur le parcmètre",
        "verb": "Payez",
        "name": "stationnement",
        "path": "payer",
        "detail": "son numéro de plaque",
    },
    {
        "where": "Sur la borne de recharge",
        "verb": "Réglez votre recharge",
        "name": "recharge",
        "path": "payer",
        "detail": "son adresse électronique",
    },
    {
        "where": "Sur la consigne à bagages de la gare",
        "verb": "Payez votre casier",
        "name": "consignes",
        "path": "regler",
        "detail": "son numéro de téléphone",
    },
    {
        "where": "À l’arrêt de bus",
        "verb": "Achetez votre ticket",
        "name": "tickets",
        "path": "acheter",
        "detail": "son nom et son adresse",
    },
    {
        "where": "Sur la borne des vélos en libre-service",
        "verb": "Louez un vélo",
        "name": "velos",
        "path": "louer",
        "detail": "son numéro de téléphone",
    },
)
HONEST_ONE_IN = 3


def generate(rng: Random) -> Variant:
    """A sticker whose preview belongs to somebody else or, one time in three, to the town."""
    town, place = places.town(rng), rng.choice(_PLACES)
    official = f"{place['name']}.{people.plain(town)}.example"
    honest = rng.randrange(HONEST_ONE_IN) == 0
    host = official if honest else rng.choice(_impostors(place["name"], people.plain(town)))
    texts = _honest_options(place) if honest else _trap_options(place)
    choices = options(rng, texts.values())
    return Variant(
        params={
            "town": town,
            "place": place,
            "first": people.person(rng).first,
            "official": official,
            "host": host,
            "honest": honest,
            "preview": f"https://{host}/{place['path']}?z={rng.randint(11, 98)}",
        },
        response=Choice(choices),
        accepted=[id_of(choices, texts["right"])],
        mistakes={name: id_of(choices, text) for name, text in texts.items() if name != "right"},
    )


def _impostors(name: str, town: str) -> tuple[str, ...]:
    """Domains of somebody else that look like the town's."""
    return (
        f"{town}-{name}.test",
        f"{name}-{town}.example",
        f"{name}.{town}.example.paiement-express.test",
        f"{name}.{town}-ville.example",
    )


_SAME = "Ouvrir le lien : son domaine est exactement celui qui est imprimé."
_DIFFERENT = "Ne pas ouvrir le lien et saisir l’adresse imprimée : le domaine est différent."


def _trap_options(place: dict[str, str]) -> dict[str, str]:
    return {
        "right": _DIFFERENT,
        "looks_same": _SAME,
        "https_proves": "Ouvrir le lien : l’adresse commence par https://, le site est donc sûr.",
        "half_trust": f"L’ouvrir, mais ne donner que {place['detail']} : c’est sans risque.",
    }


def _honest_options(place: dict[str, str]) -> dict[str, str]:
    return {
        "right": _SAME,
        "sees_other": _DIFFERENT,
        "https_proves": "Ouvrir le lien : l’adresse commence par https://, cela suffit.",
        "word_pay": f"Renoncer : une vraie adresse ne contient pas le mot « {place['path']} ».",
    }
