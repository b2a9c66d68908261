from random import Random

from challenges.toolkit import people, places
from challenges.toolkit.draws import pick
from challenges.toolkit.options import id_of, ids_of, options
from challenges.toolkit.people import Person, plain
from webapp.domain.responses import Choices
from webapp.domain.variant import Variant

_DOMAINS = ("boite-libre", "courriel-lune", "messages-bleus", "poste-verte", "mon-courrier")


def generate(rng: Random) -> Variant:
    """Six addresses, two or three of them faulty in different ways; two right ones look odd."""
    writer, *others = people.people(rng, 7)
    faults = pick(rng, ["space_inside", "two_signs", "comma", "no_ending"], rng.choice((2, 3)))
    wrong = {name: _faulty(rng, name, who) for name, who in zip(faults, others, strict=False)}
    odd, numbered, *rest = others[len(faults) :]
    right = [
        f"{plain(odd.first)[:1]}-{rng.randint(12, 98)}@{_domain(rng)}",
        f"{_name(numbered)}.{rng.randint(2, 9)}@mail.{_domain(rng)}",
        *(f"{_name(person)}@{_domain(rng)}" for person in rest),
    ]
    answers = options(rng, [*wrong.values(), *right])
    return Variant(
        params={
            "first": writer.first,
            "school": places.school(rng),
            "odd": right[0],
            "long": right[1],
        },
        response=Choices(answers),
        accepted=[sorted(ids_of(answers, right))],
        mistakes={
            **{name: id_of(answers, text) for name, text in wrong.items()},
            "unusual_but_right": id_of(answers, right[0]),
            "long_but_right": id_of(answers, right[1]),
        },
    )


def _faulty(rng: Random, name: str, person: Person) -> str:
    """An address with the one fault of that name."""
    first, last = plain(person.first), plain(person.last)
    site, _, ending = _domain(rng).partition(".")
    return {
        "space_inside": f"{first} {last}@{site}.{ending}",
        "two_signs": f"{first}@{last}@{site}.{ending}",
        "comma": f"{first}.{last}@{site},{ending}",
        "no_ending": f"{first}.{last}@{site}",
    }[name]


def _name(person: Person) -> str:
    return f"{plain(person.first)}.{plain(person.last)}"


def _domain(rng: Random) -> str:
    return f"{rng.choice(_DOMAINS)}.{rng.choice(('test', 'example'))}"
