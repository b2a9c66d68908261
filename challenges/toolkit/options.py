"""Options, items and labels with opaque ids: an id tells neither role nor order."""

from collections.abc import Iterable, Sequence
from random import Random

from challenges.toolkit.draws import disordered, shuffled
from webapp.domain.opaque import table_of, word
from webapp.domain.responses import Option

_TABLE = table_of("bcdfghjkmnpqrstvwxz")  # no vowel: no word; no l, no y


def opaque(rng: Random, count: int) -> list[str]:
    """`count` different ids of four letters."""
    ids: dict[str, None] = {}
    while len(ids) < count:
        ids[word(rng, _TABLE, 4)] = None
    return list(ids)


def options(rng: Random, texts: Iterable[str]) -> tuple[Option, ...]:
    """The texts in a drawn order, each with an opaque id; ValueError when two are the same."""
    return kept(rng, shuffled(rng, texts))


def kept(rng: Random, texts: Sequence[str]) -> tuple[Option, ...]:
    """The texts in the order given, each with an opaque id; ValueError when two are the same."""
    if len(set(texts)) != len(texts):
        raise ValueError(f"the same text twice: {texts}")
    return tuple(map(Option, opaque(rng, len(texts)), texts))


def mixed(rng: Random, solution: Sequence[str]) -> tuple[Option, ...]:
    """The items of an ordering as first shown: neither the solution nor its reverse."""
    return kept(rng, disordered(rng, solution))


def id_of(choices: Iterable[Option], text: str) -> str:
    """The id of a text; KeyError when it is not there."""
    for option in choices:
        if option.text == text:
            return option.id
    raise KeyError(text)


def ids_of(choices: Iterable[Option], texts: Iterable[str]) -> list[str]:
    """The ids of several texts, in the order of the texts; KeyError when one is not there."""
    known = {option.text: option.id for option in choices}
    return [known[text] for text in texts]
