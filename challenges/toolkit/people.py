"""Fictional people: first names of every origin, with the gender that French agreement needs."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Literal

Gender = Literal["f", "m"]

_GIRLS = (
    "Awa Inès Chloé Yasmine Lina Jade Manon Aïssatou Mei Salomé Camille Fatou Noémie Lou Zoé "
    "Kadiatou Ambre Hanna Louise Maëlys Leïla Priya Eva Soline Naïma Thaïs Alma Myriam Romane "
    "Océane Linh Sarah Assia Capucine Djeneba Léonie Paloma Nour Tiphaine Anouk"
)
_BOYS = (
    "Mehdi Sami Lucas Hugo Ibrahim Noé Yanis Gabriel Malo Karim Théo Adam Moussa Enzo Rayan Victor "
    "Amadou Louis Bilal Jules Diego Sacha Ismaël Nathan Kenji Ewen Tom Ali Arthur Mamadou Léo "
    "Omar Simon Tiago Ousmane Basile Minh Raphaël Elias Joris"
)
_SURNAMES = (
    "Kaddouri Lefort Morvan Traoré Ribeiro Pasquier Nguyen Delmas Benali Castel Fontaine Diallo "
    "Keller Marchetti Guillou Haddad Perrin Sow Vidal Berthier Amrani Lacaze Roussel Da Costa "
    "Martinot Sylla Joly Ferrand Okafor Chassagne"
)
# The surnames are split on spaces but for the one that holds a space.
_FAMILIES = tuple(
    name.replace("_", " ") for name in _SURNAMES.replace("Da Costa", "Da_Costa").split()
)
_FIRSTS: dict[Gender | None, list[tuple[str, Gender]]] = {
    "f": [(name, "f") for name in _GIRLS.split()],
    "m": [(name, "m") for name in _BOYS.split()],
}
_FIRSTS[None] = _FIRSTS["f"] + _FIRSTS["m"]
_NUMBERS = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49")  # reserved for fiction
_MOBILES = "06 39 98"
_PAIRS = tuple(f"{number:02d}" for number in range(100))


@dataclass(frozen=True)
class Person:
    """A student: a first name, the gender for agreement, and a surname when it is needed."""

    first: str
    gender: Gender
    last: str = ""

    @property
    def full(self) -> str:
        """First name and surname."""
        return f"{self.first} {self.last}".strip()

    @property
    def pronoun(self) -> str:
        """« elle » or « il »."""
        return "elle" if self.gender == "f" else "il"

    @property
    def e(self) -> str:
        """The mark of agreement: « arrivé{{ person.e }} »."""
        return "e" if self.gender == "f" else ""

    @property
    def of(self) -> str:
        """« d’Awa » or « de Mehdi »."""
        return of(self.first)

    @property
    def title(self) -> str:
        """« Mme Kaddouri » or « M. Kaddouri », for adults."""
        return f"{'Mme' if self.gender == 'f' else 'M.'} {self.last}"

    @property
    def login(self) -> str:
        """« ines.morvan »: lower case, without accents."""
        return ".".join(plain(part) for part in (self.first, self.last) if part)

    def params(self) -> dict[str, str]:
        """What a prompt may show: first, last, full, pronoun, e, of, title."""
        names = ("first", "last", "full", "pronoun", "e", "of", "title")
        return {name: getattr(self, name) for name in names}


_EVERYBODY = tuple(
    Person(first, gender, last) for first, gender in _FIRSTS[None] for last in _FAMILIES
)


def person(rng: Random, *, gender: Gender | None = None) -> Person:
    """Somebody with a first name and a surname."""
    first, its_gender = rng.choice(_FIRSTS[gender])
    return Person(first, its_gender, rng.choice(_FAMILIES))


def people(rng: Random, count: int, *, gender: Gender | None = None) -> list[Person]:
    """`count` people whose first names and surnames all differ."""
    firsts = rng.sample(_FIRSTS[gender], count)
    lasts = rng.sample(_FAMILIES, count)
    return [
        Person(first, its_gender, last)
        for (first, its_gender), last in zip(firsts, lasts, strict=True)
    ]


def crowd(rng: Random, count: int) -> list[Person]:
    """`count` people of whom no two have the same full name: the rows of a long table."""
    return rng.sample(_EVERYBODY, count)


def phone(rng: Random, *, mobile: bool = False) -> str:
    """A telephone number of the ranges reserved for fiction: « 06 39 98 12 34 »."""
    start = _MOBILES if mobile else rng.choice(_NUMBERS)
    return f"{start} {rng.choice(_PAIRS)} {rng.choice(_PAIRS)}"


def of(name: str) -> str:
    """« d’Awa » before a vowel, else « de Mehdi »; a name in H keeps « de »."""
    return f"d’{name}" if plain(name)[0] in "aeiou" else f"de {name}"


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case, without accents, spaces and apostrophes as hyphens: for addresses."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return "-".join("".join(c if c.isalnum() else " " for c in kept).split())
