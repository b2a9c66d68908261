"""The typed inputs of the answer widgets: one frozen value a response kind.

A widget gets what was typed before (a draft, or a post that was refused), the sentence of each
field that was refused, and the address that keeps drafts. `kind` names the widget's template in
`templates/assessments/responses/`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypeAlias

from webapp import grading
from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    NoResponse,
    Number,
    Option,
    Ordering,
    Reading,
    Response,
    Text,
)
from webapp.grading import Problem

Posted: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class ChoiceWidget:
    """Cards with radio buttons; `chosen` is the id of the one that is on, or empty."""

    kind: ClassVar[str] = "choice"
    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str
    error: str
    draft: str


@dataclass(frozen=True)
class ListWidget:
    """One option in a list (a select); `chosen` is its id, or empty."""

    kind: ClassVar[str] = "list"
    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str
    error: str
    draft: str


@dataclass(frozen=True)
class ChoicesWidget:
    """Cards with check boxes; `chosen` are the ids of those that are on."""

    kind: ClassVar[str] = "choices"
    name: str
    label: str
    options: tuple[Option, ...]
    chosen: tuple[str, ...]
    error: str
    draft: str


@dataclass(frozen=True)
class TextWidget:
    """A field for a short text; `reading` is what it holds (words, a code, a time…)."""

    kind: ClassVar[str] = "text"
    name: str
    label: str
    hint: str
    value: str
    error: str
    draft: str
    reading: Reading


@dataclass(frozen=True)
class NumberWidget:
    """A field for a number; `unit` stands after it."""

    kind: ClassVar[str] = "number"
    name: str
    label: str
    hint: str
    unit: str
    value: str
    error: str
    draft: str


@dataclass(frozen=True)
class BlanksWidget:
    """Several fields, one under the other."""

    kind: ClassVar[str] = "blanks"
    fields: tuple[TextWidget | NumberWidget | ListWidget, ...]


@dataclass(frozen=True)
class Step:
    """One item of an order; `place` says its position in words."""

    id: str
    text: str
    place: str
    first: bool
    last: bool


@dataclass(frozen=True)
class OrderingWidget:
    """Items in their present order, each with two buttons that move it by one place."""

    kind: ClassVar[str] = "ordering"
    name: str
    label: str
    steps: tuple[Step, ...]
    error: str
    draft: str


@dataclass(frozen=True)
class MatchingWidget:
    """A list of the same labels, in the same order, for each item; they keep one draft."""

    kind: ClassVar[str] = "matching"
    label: str
    pairs: tuple[ListWidget, ...]
    draft: str


Widget: TypeAlias = (
    ChoiceWidget
    | ListWidget
    | ChoicesWidget
    | TextWidget
    | NumberWidget
    | BlanksWidget
    | OrderingWidget
    | MatchingWidget
)


def widget(
    response: Response, *, posted: Posted, problems: Sequence[Problem] = (), draft: str = ""
) -> Widget | None:
    """The widget of a response; None when nothing is asked.

    `posted` holds what was typed so far; `draft` is the address that keeps it (none: nothing
    is saved on the way, as in a trial question).
    """
    typed = _Typed(posted, {problem.field: problem.message for problem in problems}, draft)
    match response:
        case NoResponse():
            return None
        case Choices():
            return _choices(response, typed)
        case Blanks():
            return BlanksWidget(tuple(_blank(blank, typed) for blank in response.blanks))
        case Ordering():
            return _ordering(response, typed)
        case Matching():
            return _matching(response, typed)
        case Choice():
            return _choice(response, typed)
    return _typing(response, typed, name="answer", label=response.label)


def move_said(response: Ordering, order: Sequence[str], move: str) -> str:
    """What to announce after a press on « Monter » or « Descendre », and nothing otherwise."""
    moved = move.partition(":")[2]
    texts = {item.id: item.text for item in response.items}
    if moved not in order or moved not in texts:
        return ""
    return f"{texts[moved]} : {_place(order.index(moved) + 1, len(order))}."


@dataclass(frozen=True)
class _Typed:
    """What was typed, what is wrong with it, and where drafts go."""

    posted: Posted
    errors: Mapping[str, str]
    draft: str

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field."""
        return tuple(self.posted.get(name, ()))

    def one(self, name: str) -> str:
        """The value of a field, empty when there is none."""
        return next(iter(self.all(name)), "")

    def error(self, name: str) -> str:
        """The sentence of a field, empty when nothing is wrong."""
        return self.errors.get(name, "")

    def list(self, name: str, label: str, options: tuple[Option, ...]) -> ListWidget:
        """A list of options under a name."""
        return ListWidget(name, label, options, self.one(name), self.error(name), self.draft)


def _choice(response: Choice, typed: _Typed) -> ChoiceWidget | ListWidget:
    name = "choice"
    if response.display == "list":
        return typed.list(name, response.label or "Ta réponse", response.options)
    chosen, error = typed.one(name), typed.error(name)
    return ChoiceWidget(name, response.label, response.options, chosen, error, typed.draft)


def _choices(response: Choices, typed: _Typed) -> ChoicesWidget:
    name = "choices"
    chosen, error = typed.all(name), typed.error(name)
    return ChoicesWidget(name, response.label, response.options, chosen, error, typed.draft)


def _blank(blank: Blank, typed: _Typed) -> TextWidget | NumberWidget | ListWidget:
    name = f"blank-{blank.id}"
    if isinstance(blank.field, Choice):
        return typed.list(name, blank.label, blank.field.options)
    return _typing(blank.field, typed, name=name, label=blank.label)


def _typing(
    response: Text | Number, typed: _Typed, *, name: str, label: str
) -> TextWidget | NumberWidget:
    label, value, error = label or "Ta réponse", typed.one(name), typed.error(name)
    if isinstance(response, Number):
        return NumberWidget(name, label, response.hint, response.unit, value, error, typed.draft)
    return TextWidget(
        name,
        label,
        response.hint or _example(response),
        value,
        error,
        typed.draft,
        response.reading,
    )


def _example(response: Text) -> str:
    example = grading.EXAMPLES.get(response.reading)
    return f"Par exemple {example}" if example else ""


def _ordering(response: Ordering, typed: _Typed) -> OrderingWidget:
    texts = {item.id: item.text for item in response.items}
    order = typed.all("order")
    if sorted(order) != sorted(texts):
        order = tuple(texts)
    last = len(order)
    steps = tuple(
        Step(item, texts[item], _place(rank, last), rank == 1, rank == last)
        for rank, item in enumerate(order, 1)
    )
    return OrderingWidget("order", response.label, steps, typed.error("order"), typed.draft)


def _matching(response: Matching, typed: _Typed) -> MatchingWidget:
    lists = replace(typed, draft="")
    pairs = tuple(
        lists.list(f"match-{item.id}", item.text, response.labels) for item in response.items
    )
    return MatchingWidget(response.label, pairs, typed.draft)


def _place(rank: int, of: int) -> str:
    """« 1re sur 5 », « 2e sur 5 »: a place (« position ») in words."""
    return f"{rank}{'re' if rank == 1 else 'e'} position sur {of}"
