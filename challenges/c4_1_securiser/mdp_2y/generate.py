from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_ACCOUNTS = ("sa messagerie", "son espace de stockage", "son compte de jeux", "son carnet en ligne")
_DICE = (
    "Tirer {n} mots aux dés dans une liste de 7 776 mots",
    "Ouvrir {n} fois un dictionnaire au hasard, les yeux fermés, et garder ces mots",
    "Faire tirer au sort {n} mots par un programme, parmi des milliers",
)
_MANAGER = (
    "Laisser son gestionnaire tirer au sort {m} caractères",
    "Faire tirer au sort {m} lettres et chiffres par son gestionnaire",
)
_WRONG = {
    "quotation": (
        "Prendre les premières lettres d’une phrase très célèbre, puis ajouter un point",
        "Prendre le refrain d’une chanson connue, sans les espaces",
    ),
    "substitution": (
        "Prendre un mot du dictionnaire et remplacer les a par @ et les o par 0",
        "Prendre un prénom et remplacer les e par 3 et les i par 1",
    ),
    "date": (
        "Choisir une date du siècle dernier et l’écrire en huit chiffres",
        "Prendre un jour important pour soi, écrit à l’envers",
    ),
    "chosen_words": (
        "Choisir soi-même trois mots que l’on aime et les mettre bout à bout",
        "Réunir ses trois animaux préférés, séparés par des tirets",
    ),
}


def generate(rng: Random) -> Variant:
    """Drawn words, or drawn characters in two draws of five, against methods that can be tried."""
    manager = rng.random() < 0.4
    best = rng.choice(_MANAGER if manager else _DICE).format(
        n=rng.choice(("cinq", "six")), m=rng.choice((14, 16, 18))
    )
    digits = rng.choice((4, 5))
    drawn = f"Tirer au sort {digits} chiffres avec un dé à dix faces, l’un après l’autre"
    names = pick(rng, list(_WRONG), 2)
    wrong = {name: rng.choice(_WRONG[name]) for name in names} | {"short_draw": drawn}
    answers = options(rng, [best, *wrong.values()])
    person = people.person(rng)
    return Variant(
        params={
            "first": person.first,
            "pronoun": person.pronoun,
            "account": rng.choice(_ACCOUNTS),
            "best": best,
            "digits": digits,
            "tries": texts.number(10**digits),
        },
        response=Choice(answers),
        accepted=[id_of(answers, best)],
        mistakes={name: id_of(answers, text) for name, text in wrong.items()},
    )
