from collections.abc import Iterable
from random import Random

from challenges.toolkit import places
from challenges.toolkit.draws import demand, pick
from challenges.toolkit.options import ids_of, mixed
from webapp.domain.responses import Ordering
from webapp.domain.variant import Variant

_STEMS = ("CR", "Reunion", "Compte-rendu", "Bilan", "Conseil", "Seance", "Atelier", "Point")
_ENDINGS = ("odt", "pdf", "txt")
_NOTES = ("bis", "annexe", "corrige", "note")


def generate(rng: Random) -> Variant:
    """Numbers of one and two figures, a dash against a dot, one name in lower case."""
    stem, ending = rng.choice(_STEMS), rng.choice(_ENDINGS)
    digit, low, high = rng.randint(2, 5), rng.randint(10, 19), rng.randint(6, 9)
    fifth = rng.choice((f"{stem}-{low + rng.randint(10, 30)}", f"{stem}-0{rng.randint(6, 9)}"))
    two, ten = f"{stem}-{digit}.{ending}", f"{stem}-{low}.{ending}"
    dashed = f"{stem}-{digit}-{rng.choice(_NOTES)}.{ending}"
    lower = f"{stem.lower()}-{rng.choice((1, high))}.{ending}"
    names = pick(rng, [two, ten, dashed, lower, f"{fifth}.{ending}"], 5)
    order = sorted(names)  # the codes of these characters follow the table of the statement
    wrong = {
        "numeric": sorted(names, key=lambda name: (name[0].islower(), _natural(name))),
        "case_ignored": sorted(names, key=str.lower),
        "as_read": sorted(names, key=lambda name: (name[0].islower(), *_as_read(name))),
        "dot_first": sorted(names, key=lambda name: name.replace(".", "!")),
    }
    demand(all(each != order for each in wrong.values()))
    items = mixed(rng, order)
    return Variant(
        params={
            "school": places.school(rng),
            "two": two,
            "ten": ten,
            "digit": digit,
            "dashed": dashed,
            "lower": lower,
            "order": _listed(order),
        },
        response=Ordering(items),
        accepted=[ids_of(items, order)],
        mistakes={name: ids_of(items, each) for name, each in wrong.items()},
    )


def _natural(name: str) -> tuple[int, str]:
    """The first number in a name, then the name: how a person would sort."""
    digits = "".join(each if each.isdigit() else " " for each in name).split()
    return int(digits[0]), name


def _as_read(name: str) -> tuple[int, str]:
    """The same, with the short name before the longer one that begins alike."""
    return _natural(name)[0], name.replace(".", "!")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
