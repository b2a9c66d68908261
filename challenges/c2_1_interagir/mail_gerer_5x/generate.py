from random import Random
from typing import Any

from challenges.toolkit import domains, people
from challenges.toolkit.draws import pick, shuffled
from challenges.toolkit.files.cards import vcf
from challenges.toolkit.people import Person
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Blank, Blanks, Text
from webapp.domain.variant import Variant

_WANTED = {"WORK,VOICE": "fixe", "WORK,CELL": "mobile"}
_KINDS = ("WORK,VOICE", "WORK,CELL", "WORK,FAX", "HOME,VOICE", "HOME,CELL")
_CARDS = 30


def generate(rng: Random) -> Variant:
    """Thirty cards: a namesake elsewhere, a colleague of the same surname, five numbers each."""
    reader, wanted, *others = people.people(rng, _CARDS)
    organization, elsewhere, *more = pick(rng, domains.SERVICES, 6)
    kind, other = shuffled(rng, _WANTED)
    taken = set[str]()
    colleague = Person(others[0].first, others[0].gender, wanted.last)
    close = [(wanted, organization), (wanted, elsewhere), (colleague, organization)]
    cards = [_card(rng, taken, person, name, _KINDS) for person, name in close]
    ours, namesake, mate = (dict(card["phones"]) for card in cards)
    places = [organization, elsewhere, *more]
    for person in others[1:]:
        kinds = pick(rng, _KINDS, rng.randint(2, 4))
        cards.append(_card(rng, taken, person, rng.choice(places), kinds))
    home = kind.replace("WORK", "HOME")
    return Variant(
        params={
            "first": reader.first,
            "of_wanted": people.of(wanted.full),
            "organization": organization,
            "other_organization": elsewhere,
            "device": _WANTED[kind],
            "word": kind.partition(",")[2],
            "answer": ours[kind],
        },
        response=Blanks((Blank("a", "Numéro de téléphone", Text(reading="exact")),)),
        accepted=[{"a": _spellings(ours[kind])}],
        material=Files((_recipe(shuffled(rng, cards)),)),
        mistakes={
            "fax": {"a": _spellings(ours["WORK,FAX"])},
            "at_home": {"a": _spellings(ours[home])},
            "other_device": {"a": _spellings(ours[other])},
            "homonym": {"a": _spellings(namesake[kind])},
            "colleague": {"a": _spellings(mate[kind])},
        },
    )


def _number(rng: Random, kind: str, taken: set[str]) -> str:
    """A fixed line or a mobile, as the kind says; no number comes twice."""
    while True:
        number = people.phone(rng, mobile="CELL" in kind)
        if number not in taken:
            taken.add(number)
            return number


def _card(
    rng: Random,
    taken: set[str],
    person: Person,
    organization: str,
    kinds: tuple[str, ...] | list[str],
) -> dict[str, Any]:
    phones = [[kind, _number(rng, kind, taken)] for kind in shuffled(rng, kinds)]
    domain = f"{people.plain(organization)}.example"
    return {
        "first": person.first,
        "last": person.last,
        "organization": organization,
        "phones": phones,
        "emails": [["WORK", f"{person.login}@{domain}"]],
    }


def _spellings(number: str) -> list[str]:
    """The ways to write one French number: in pairs, in one piece, with the country’s prefix."""
    pairs = number.split(" ")
    abroad = [pairs[0][1:], *pairs[1:]]
    ways = [sign.join(pairs) for sign in (" ", "", ".", "-", "/")]
    for prefix in ("+33", "0033"):
        ways += [prefix + "".join(abroad), " ".join([prefix, *abroad]), prefix + " ".join(abroad)]
    return ways


def _recipe(cards: list[dict[str, Any]]) -> Recipe:
    return Recipe(
        name="carnet.vcf",
        builder="vcf",
        arguments={"cards": cards},
        description=f"Carnet de contacts, {len(cards)} fiches",
        alternative=vcf(cards=cards).decode().replace("\r\n ", "").replace("\r\n", "\n").strip(),
    )
