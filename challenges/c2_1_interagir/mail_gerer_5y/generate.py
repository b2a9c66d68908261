from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import demand, shuffled
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import Number
from webapp.domain.variant import Variant

_GROUPS = (
    "de l’association",
    "de la médiathèque",
    "du club nautique",
    "de la chorale",
    "du festival",
)
_HEADER = ("Prénom", "Nom", "Courriel", "Courriel 2", "Téléphone")
_CONTACTS = 80
_NO_AT: tuple[Callable[[str, str], str], ...] = (
    lambda login, domain: f"{login}.{domain}",
    lambda login, domain: f"{login}(a){domain}",
)
_WITH_AT: tuple[Callable[[str, str], str], ...] = (
    lambda login, domain: f"{login.replace('.', '@')}@{domain}",
    lambda login, domain: f"{login}@{domain.replace('.', ',')}",
    lambda login, domain: f"{login.replace('.', ' ')}@{domain}",
    lambda login, domain: f"{login}@{domain.partition('.')[0]}",
)
_VALID: tuple[Callable[[str, str], str], ...] = (
    *(lambda login, domain: f"{login}@{domain}",) * 4,
    lambda login, domain: f"{login}+club@{domain}",
    lambda login, domain: f"{login}@mail.{domain}",
    lambda login, domain: f"{login.replace('.', '_')}@{domain}",
)


@dataclass(frozen=True)
class _Contact:
    """A row: what stands in each of the two columns."""

    name: tuple[str, str]
    one: str
    two: str
    phone: str

    @property
    def addresses(self) -> list[str]:
        return [address for address in (self.one, self.two) if address]

    @property
    def reached(self) -> bool:
        return any(map(_valid, self.addresses))


def generate(rng: Random) -> Variant:
    """Eighty contacts of nine kinds; each way to read one column or one fault gives another sum."""
    contacts = _contacts(rng)
    lost = [each for each in contacts if not each.reached]
    empty = [each for each in lost if not each.addresses]
    answer = len(lost)
    wrong = {
        "empty_only": len(empty),
        "malformed_only": answer - len(empty),
        "first_column_only": sum(not _valid(each.one) for each in contacts),
        "any_fault": len(empty) + sum(not all(map(_valid, each.addresses)) for each in contacts),
        "no_at_sign": sum("@" not in each.one + each.two for each in contacts),
    }
    demand(len({answer, *wrong.values()}) == len(wrong) + 1)
    return Variant(
        params={
            "owner": people.person(rng).first,
            "of_group": rng.choice(_GROUPS),
            "answer": answer,
            "empty": len(empty),
            "malformed": answer - len(empty),
        },
        response=Number(label="Nombre de contacts", unit="contacts"),
        accepted=[answer],
        material=Files((_recipe(contacts),)),
        mistakes=wrong,
    )


def _valid(address: str) -> bool:
    """The rule of the statement, to the letter."""
    after = address.partition("@")[2]
    return address.count("@") == 1 and "." in after and not {*address} & {*" ,"}


def _contacts(rng: Random) -> list[_Contact]:
    counts = {
        (None, None): rng.randint(4, 12),
        (_NO_AT, None): rng.randint(2, 3),
        (_WITH_AT, None): rng.randint(4, 6),
        (None, _WITH_AT): rng.randint(1, 2),
        (_WITH_AT, _NO_AT): 1,
        (None, _VALID): rng.randint(3, 6),
        (_WITH_AT, _VALID): rng.randint(3, 5),
        (_VALID, _WITH_AT): rng.randint(3, 5),
        (_VALID, _VALID): rng.randint(7, 9),
    }
    kinds = [kind for kind, count in counts.items() for _ in range(count)]
    kinds += [(_VALID, None)] * (_CONTACTS - len(kinds))
    return list(map(partial(_contact, rng), _people(rng), shuffled(rng, kinds)))


def _people(rng: Random) -> list[people.Person]:
    """As many people as contacts, no two of the same name."""
    found: dict[str, people.Person] = {}
    while len(found) < _CONTACTS:
        found |= {person.full: person for person in people.people(rng, 20)}
    return list(found.values())[:_CONTACTS]


def _contact(
    rng: Random,
    person: people.Person,
    kinds: tuple[tuple[Callable[[str, str], str], ...] | None, ...],
) -> _Contact:
    """The second address is on another domain than the first."""
    places = shuffled(rng, domains.MAILBOXES)
    one, two = (
        rng.choice(makers)(person.login, place) if makers else ""
        for makers, place in zip(kinds, places, strict=False)
    )
    return _Contact((person.first, person.last), one, two, people.phone(rng, mobile=True))


def _recipe(contacts: list[_Contact]) -> Recipe:
    rows = [[*each.name, each.one, each.two, each.phone] for each in contacts]
    return Recipe(
        name="contacts.csv",
        builder="csv",
        arguments={"header": list(_HEADER), "rows": rows},
        description=f"Tableau, {len(rows)} contacts",
        alternative="\n".join(" ; ".join(cells[:4]) for cells in [list(_HEADER), *rows]),
    )
