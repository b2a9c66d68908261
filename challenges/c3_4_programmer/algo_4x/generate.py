from random import Random

from challenges.toolkit import people
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, kept
from webapp.domain.responses import Choice
from webapp.domain.variant import Variant

_PLACES = ("du cinéma", "du musée", "de la piscine", "de la patinoire", "du parc")
_NAMES = ("first", "second", "third", "full")


def generate(rng: Random) -> Variant:
    """Three conditions in order; the age is often on a limit, « et » and « ou » both matter."""
    child, young = rng.choice((6, 8, 10, 12)), rng.choice((18, 20, 25))
    wanted = rng.choice(_NAMES)
    link = rng.choice(("et", "ou"))
    age, card, group = _person(rng, wanted, link, child, young)
    prices = dict(zip(_NAMES, sorted(pick(rng, range(3, 15), 4)), strict=True))
    second = f"âge < {young} {link} carte = oui"
    true = _true(wanted, f"âge < {child}", second)
    choices = kept(rng, [f"{price} €" for price in prices.values()])
    person = people.person(rng)
    right = f"{prices[wanted]} €"
    return Variant(
        params={
            "of_place": rng.choice(_PLACES),
            "first": person.first,
            "pronoun": person.pronoun,
            "age": age,
            "card_said": "a la carte" if card else "n’a pas la carte",
            "group_said": "vient en groupe" if group else "ne vient pas en groupe",
            "program": _program(child, second, prices),
            "conditions": {"first": f"moins de {child} ans", "right": true},
            "notes": _notes(wanted, true, second),
            "answer": prices[wanted],
        },
        response=Choice(choices),
        accepted=[id_of(choices, right)],
        mistakes={
            f"{name}_price": id_of(choices, f"{price} €")
            for name, price in prices.items()
            if name != wanted
        },
    )


def _person(rng: Random, wanted: str, link: str, child: int, young: int) -> tuple[int, bool, bool]:
    """An age, a card and a group that lead there; half of the second condition often holds."""
    if wanted == "first":
        return child - rng.choice((1, 1, 3)), rng.random() < 0.5, rng.random() < 0.5
    under = rng.choice((child, young - 1, child + 2))
    over = rng.choice((young, young, young + 3))
    if wanted == "second":
        if link == "et":
            return under, True, rng.random() < 0.5
        age, card = rng.choice(((under, False), (over, True)))
        return age, card, rng.random() < 0.5
    age, card = (over, False) if link == "ou" else rng.choice(((under, False), (over, True)))
    return age, card, wanted == "third"


def _program(child: int, second: str, prices: dict[str, int]) -> str:
    return "\n".join(
        (
            f"si âge < {child} :",
            f"    prix ← {prices['first']}",
            f"sinon si {second} :",
            f"    prix ← {prices['second']}",
            "sinon si groupe = oui :",
            f"    prix ← {prices['third']}",
            "sinon :",
            f"    prix ← {prices['full']}",
        )
    )


def _true(wanted: str, first: str, second: str) -> str:
    """The condition that holds, as it is written."""
    return f"« { ({'first': first, 'second': second}.get(wanted, 'groupe = oui')) } »"


def _notes(wanted: str, true: str, second: str) -> dict[str, str]:
    """Why the second and the third conditions do not give the price."""
    before = f"On s’arrête avant : la condition {true} est déjà vraie."
    false = {
        "second": f"La condition « {second} » est fausse ici : relis ses deux parties.",
        "third": "Cette condition demande de venir en groupe, ce qui n’est pas le cas.",
    }
    return {
        name: before if _NAMES.index(wanted) < _NAMES.index(name) else text
        for name, text in false.items()
    }
