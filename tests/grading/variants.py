"""Random variants of every response kind, as a careful author would declare them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    Number,
    Option,
    Ordering,
    Text,
)
from webapp.domain.variant import Variant
from webapp.grading import words

NAMES = ["first", "second", "third"]


def _far_apart(texts: list[str]) -> bool:
    """No text may be taken for another."""
    return all(
        words.nearness(one, other) is None
        for index, one in enumerate(texts)
        for other in texts[:index]
    )


def _options(least: int) -> st.SearchStrategy[tuple[Option, ...]]:
    """Options with opaque ids."""
    id_ = st.text("abcdef0123456789", min_size=4, max_size=8)
    ids = st.lists(id_, min_size=least, max_size=6, unique=True)
    return ids.map(lambda found: tuple(Option(each, f"option {each}") for each in found))


# Made once: hypothesis takes longer to make a strategy than to draw from it.
_TWO_OPTIONS, _THREE_OPTIONS = _options(least=2), _options(least=3)
_WORD = st.text("abcdefghijklmnopqrstuvwxyzéèçœ", min_size=3, max_size=12)
_WORDS = st.lists(_WORD, min_size=2, max_size=4, unique=True).filter(_far_apart)
_NUMBER = st.integers(-(10**9), 10**9) | st.decimals(-1000, 1000, places=2).map(float)
_NUMBERS = st.lists(_NUMBER, min_size=1, max_size=4, unique=True)
_UNIT = st.sampled_from(["", "%", "€", "Mo", "images"])


@st.composite
def choices_of_one(draw: Callable[..., Any]) -> Variant:
    """One option is right, each other is a named mistake."""
    offered = draw(_TWO_OPTIONS)
    right, *others = draw(st.permutations([option.id for option in offered]))
    return Variant({}, Choice(offered), [right], mistakes=dict(zip(NAMES, others, strict=False)))


@st.composite
def choices_of_many(draw: Callable[..., Any]) -> Variant:
    """Some options are right; some of all options are named."""
    offered = draw(_THREE_OPTIONS)
    ids = [option.id for option in offered]
    right = draw(st.lists(st.sampled_from(ids), min_size=2, unique=True))
    named = draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))
    mistakes = dict(zip(NAMES, named, strict=False))
    return Variant({}, Choices(offered), [sorted(right)], mistakes=mistakes)


@st.composite
def texts(draw: Callable[..., Any]) -> Variant:
    """A word, and words that cannot be taken for it."""
    right, *others = draw(_WORDS)
    return Variant({}, Text(), [right], mistakes=dict(zip(NAMES, others, strict=False)))


@st.composite
def numbers(draw: Callable[..., Any]) -> Variant:
    """A number and other numbers, in ints or in floats."""
    right, *others = draw(_NUMBERS)
    return Variant(
        {}, Number(unit=draw(_UNIT)), [right], mistakes=dict(zip(NAMES, others, strict=False))
    )


_PARTS = st.lists(texts() | numbers() | choices_of_one(), min_size=2, max_size=3)


@st.composite
def blanks(draw: Callable[..., Any]) -> Variant:
    """Two or three fields of any kind; a mistake in each of them."""
    parts = draw(_PARTS)
    fields = tuple(
        Blank(f"b{index}", f"Champ {index}", part.response) for index, part in enumerate(parts)
    )
    mistakes = {
        f"{name}_of_{index}": {f"b{index}": wrong}
        for index, part in enumerate(parts)
        for name, wrong in part.mistakes.items()
    }
    accepted = {f"b{index}": part.accepted for index, part in enumerate(parts)}
    return Variant({}, Blanks(fields), [accepted], mistakes=mistakes)


@st.composite
def orderings(draw: Callable[..., Any]) -> Variant:
    """An order, and other orders of the same items."""
    items = draw(_THREE_OPTIONS)
    ids = [item.id for item in items]
    right, *others = draw(st.lists(st.permutations(ids), min_size=2, max_size=4, unique_by=tuple))
    return Variant({}, Ordering(items), [right], mistakes=dict(zip(NAMES, others, strict=False)))


@st.composite
def matchings(draw: Callable[..., Any]) -> Variant:
    """A label for each item, and for each of some items a wrong one."""
    items, labels = draw(_TWO_OPTIONS), draw(_TWO_OPTIONS)
    ids = [label.id for label in labels]
    right = {item.id: draw(st.sampled_from(ids)) for item in items}
    mistakes = {
        f"wrong_{item.id}": {item.id: next(label for label in ids if label != right[item.id])}
        for item in items
    }
    return Variant({}, Matching(items, labels), [right], mistakes=mistakes)


_KINDS = (choices_of_one, choices_of_many, texts, numbers, blanks, orderings, matchings)
_VARIANTS = st.one_of([kind() for kind in _KINDS])


def variants() -> st.SearchStrategy[Variant]:
    """A variant of any kind that asks something."""
    return _VARIANTS
