from math import floor, log10
from random import Random

from challenges.toolkit import people, texts
from challenges.toolkit.draws import demand
from challenges.toolkit.options import id_of, options
from webapp.domain.responses import Blank, Blanks, Choice, Text
from webapp.domain.variant import Variant

_THINGS = (
    "le local du club",
    "l’armoire des tablettes",
    "la boîte à idées",
    "le coffre de la coopérative",
    "l’album photo de la classe",
)
_PADLOCK, _PASSWORD = "le cadenas numérique", "le mot de passe"
_FACTOR = 1000


def generate(rng: Random) -> Variant:
    """10^n against 26^m, one at least a thousand times the other, either way as often."""
    padlock_wins = rng.random() < 0.5
    digits, letters = rng.randint(4, 12), rng.randint(3, 8)
    codes, words = 10**digits, 26**letters
    demand(digits != 10)  # 10^10 reversed is itself
    demand(codes >= _FACTOR * words if padlock_wins else words >= _FACTOR * codes)
    winner, loser = (_PADLOCK, _PASSWORD) if padlock_wins else (_PASSWORD, _PADLOCK)
    sides = options(rng, [texts.capitalised(winner), texts.capitalised(loser)])
    field = Text(hint="En entier ou en puissance", reading="exact")
    return Variant(
        params={
            "first": people.person(rng).first,
            "thing": rng.choice(_THINGS),
            "digits": digits,
            "letters": letters,
            "digit_count": texts.number(codes),
            "letter_count": _rounded(words),
            "winner": winner,
        },
        response=Blanks(
            (
                Blank("a", "Codes du cadenas", field),
                Blank("b", "Mots de passe possibles", field),
                Blank("c", "Résiste le mieux", Choice(sides, display="list")),
            )
        ),
        accepted=[
            {
                "a": _written(10, digits),
                "b": _written(26, letters),
                "c": [id_of(sides, texts.capitalised(winner))],
            }
        ],
        mistakes={
            "multiplied_digits": {"a": str(10 * digits)},
            "multiplied_letters": {"b": str(26 * letters)},
            "power_reversed": {"a": f"{digits}^10"},
            "wrong_winner": {"c": id_of(sides, texts.capitalised(loser))},
        },
    )


def _written(base: int, exponent: int) -> list[str]:
    """The ways to write a power: 10^4, 10 ^ 4, 10**4, 10 puissance 4, 10000, 10 000."""
    value = base**exponent
    return [
        f"{base}^{exponent}",
        f"{base} ^ {exponent}",
        f"{base}**{exponent}",
        f"{base} puissance {exponent}",
        str(value),
        f"{value:,}".replace(",", " "),
    ]


def _rounded(value: int) -> str:
    """Three significant figures, enough to compare: « 309 000 000 »."""
    unit = 10 ** max(0, floor(log10(value)) - 2)
    return texts.number(round(value / unit) * unit)
