from dataclasses import dataclass
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.options import id_of, ids_of, options
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_THINGS = {
    "un vélo de ville": (120, 180),
    "une console de jeux": (150, 220),
    "un clavier de musique": (90, 140),
    "un ordinateur portable": (240, 330),
    "une tablette à dessin": (110, 160),
    "un appareil photo": (160, 240),
    "une guitare électrique": (130, 200),
    "une machine à coudre": (80, 130),
}


@dataclass(frozen=True)
class _Sign:
    """A sign: what to tick, its name in the explanation, lines where it is there or is not."""

    option: str
    short: str
    there: tuple[str, ...]
    absent: tuple[str, ...]


_SIGNS = {
    "price": _Sign(
        "Le prix est très au-dessous des autres",
        "le prix",
        ("Prix demandé : {cheap} €, cause déménagement.", "Prix : {cheap} €, état neuf."),
        ("Prix demandé : {fair} €, cause déménagement.", "Prix : {fair} €, bon état."),
    ),
    "payment": _Sign(
        "Le vendeur veut être payé hors du paiement protégé",
        "le paiement",
        (
            "« Je n’ai confiance qu’en un virement direct, avant l’envoi. »",
            "« Payez-moi par carte prépayée, envoyez-moi le code. »",
        ),
        (
            "« Payez par le site, je serai réglé quand vous aurez reçu le colis. »",
            "« Le paiement du site me convient très bien. »",
        ),
    ),
    "photo": _Sign(
        "La photo vient d’ailleurs",
        "la photo",
        (
            "La photo se retrouve dans trois annonces d’autres villes.",
            "La photo est celle d’un vieux catalogue en ligne.",
        ),
        (
            "La photo ne se retrouve nulle part ailleurs sur le web.",
            "Sur la photo, le vendeur a posé le papier daté demandé.",
        ),
    ),
    "pressure": _Sign(
        "Le vendeur met la pression",
        "la pression",
        (
            "« Décidez dans l’heure, quatre autres personnes attendent ! »",
            "« Réponse immédiate, sinon je le vends ce soir à un autre. »",
        ),
        (
            "« Prenez le temps de réfléchir, rien ne presse. »",
            "« Dites-moi d’ici la semaine prochaine, cela me va. »",
        ),
    ),
    "meeting": _Sign(
        "Le vendeur refuse toute rencontre",
        "la rencontre",
        (
            "« Impossible de me voir : je suis à l’étranger, envoi seulement. »",
            "« Je ne montre l’objet à personne, livraison uniquement. »",
        ),
        (
            "« Vous pouvez venir l’essayer samedi avec un parent. »",
            "« On se retrouve devant la mairie quand vous voulez. »",
        ),
    ),
    "account": _Sign(
        "Le compte est tout neuf et sans avis",
        "le compte",
        (
            "Compte créé hier, aucune vente, aucun avis.",
            "Compte ouvert ce matin, aucun avis d’acheteur.",
        ),
        (
            "Compte créé il y a six ans, 41 avis favorables.",
            "Compte ouvert il y a quatre ans, 27 ventes bien notées.",
        ),
    ),
}


def generate(rng: Random) -> Variant:
    """Six points, two to four of them signs of fraud; each of the others is denied by a line."""
    thing = rng.choice(list(_THINGS))
    low, high = _THINGS[thing]
    present = pick(rng, list(_SIGNS), rng.choice((2, 3, 3, 4)))
    prices = {"cheap": low // 3 + rng.randint(1, 9), "fair": rng.randint(low + 5, high - 5)}
    lines = [
        rng.choice(sign.there if name in present else sign.absent).format(**prices)
        for name, sign in _SIGNS.items()
    ]
    answers = options(rng, [sign.option for sign in _SIGNS.values()])
    return Variant(
        params={
            "first": people.person(rng).first,
            "thing": thing,
            "low": low,
            "high": high,
            "lines": shuffled(rng, lines),
            "present": texts.listed([s.short for n, s in _SIGNS.items() if n in present]),
        },
        response=Choices(answers),
        accepted=[sorted(ids_of(answers, [_SIGNS[name].option for name in present]))],
        mistakes={name: id_of(answers, sign.option) for name, sign in _SIGNS.items()},
    )
