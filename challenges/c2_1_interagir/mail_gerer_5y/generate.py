from collections.abc import Callable
from random import Random

from challenges.toolkit import domains, people
from challenges.toolkit.draws import demand, pick, shuffled
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
_Spellings = tuple[Callable[[str, str], str], ...]
NO_AT: _Spellings = (
    lambda login, domain: f"{login}.{domain}",
    lambda login, domain: f"{login}(a){domain}",
)
WITH_AT: _Spellings = (
    lambda login, domain: f"{login.replace('.', '@')}@{domain}",
    lambda login, domain: f"{login}@{domain.replace('.', ',')}",
    lambda login, domain: f"{login.replace('.', ' ')}@{domain}",
    lambda login, domain: f"{login}@{domain.partition('.')[0]}",
)
VALID: _Spellings = (
    *(lambda login, domain: f"{login}@{domain}",) * 4,
    lambda login, domain: f"{login}+club@{domain}",
    lambda login, domain: f"{login}@mail.{domain}",
    lambda login, domain: f"{login.replace('.', '_')}@{domain}",
)
_Kind = tuple[_Spellings | None, _Spellings | None]  # what stands in each column


def generate(rng: Random) -> Variant:
    """Eighty contacts of nine kinds; each way to read one column or one fault gives another sum."""
    kinds = _kinds(rng)
    empty = kinds.count((None, None))
    answer = sum(VALID not in kind for kind in kinds)
    wrong = {
        "empty_only": empty,
        "malformed_only": answer - empty,
        "first_column_only": sum(one is not VALID for one, _ in kinds),
        "any_fault": empty + sum(NO_AT in kind or WITH_AT in kind for kind in kinds),
        "no_at_sign": sum(VALID not in kind and WITH_AT not in kind for kind in kinds),
    }
    demand(len({answer, *wrong.values()}) == len(wrong) + 1)
    return Variant(
        params={
            "owner": people.person(rng).first,
            "of_group": rng.choice(_GROUPS),
            "answer": answer,
            "empty": empty,
            "malformed": answer - empty,
        },
        response=Number(label="Nombre de contacts", unit="contacts"),
        accepted=[answer],
        material=Files((_recipe(_rows(rng, kinds)),)),
        mistakes=wrong,
    )


def _kinds(rng: Random) -> list[_Kind]:
    """What each contact has, kind by kind."""
    counts: dict[_Kind, int] = {
        (None, None): rng.randint(4, 12),
        (NO_AT, None): rng.randint(2, 3),
        (WITH_AT, None): rng.randint(4, 6),
        (None, WITH_AT): rng.randint(1, 2),
        (WITH_AT, NO_AT): 1,
        (None, VALID): rng.randint(3, 6),
        (WITH_AT, VALID): rng.randint(3, 5),
        (VALID, WITH_AT): rng.randint(3, 5),
        (VALID, VALID): rng.randint(7, 9),
    }
    kinds = [kind for kind, count in counts.items() for _ in range(count)]
    return kinds + [(VALID, None)] * (_CONTACTS - len(kinds))


def _rows(rng: Random, kinds: list[_Kind]) -> list[list[str]]:
    """The contacts in no order, no two of the same name, the addresses of each on two domains."""
    rows = []
    crowd = people.crowd(rng, _CONTACTS)
    for person, (one, two) in zip(crowd, shuffled(rng, kinds), strict=True):
        first, second = pick(rng, domains.MAILBOXES, 2)
        login = person.login
        addresses = [_address(rng, login, one, first), _address(rng, login, two, second)]
        rows.append([person.first, person.last, *addresses, people.phone(rng, mobile=True)])
    return rows


def _address(rng: Random, login: str, spellings: _Spellings | None, domain: str) -> str:
    return rng.choice(spellings)(login, domain) if spellings else ""


def _recipe(rows: list[list[str]]) -> Recipe:
    return Recipe(
        name="contacts.csv",
        builder="csv",
        arguments={"header": list(_HEADER), "rows": rows},
        description=f"Tableau, {len(rows)} contacts",
        alternative="\n".join(" ; ".join(cells[:4]) for cells in [_HEADER, *rows]),
    )
