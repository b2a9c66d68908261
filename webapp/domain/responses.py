"""What a student is asked to give: one frozen type a response kind.

Ids of options, items, labels and blanks are opaque and drawn with the variant: they tell
neither role nor order. The value a student gives, and the values of `Variant.accepted` and
`Variant.mistakes`, have one shape a kind:

| kind       | answer             | accepted: any one is right | a mistake               |
|------------|--------------------|----------------------------|-------------------------|
| Choice     | option id          | [id]                       | id                      |
| Choices    | sorted option ids  | [[id, …]]                  | id, wrongly on or off   |
| Text       | str, as typed      | [str, …]                   | str                     |
| Number     | Decimal            | [number, …]                | number                  |
| Blanks     | {blank: value}     | [{blank: [value, …]}]      | {blank: value}, partial |
| Ordering   | [item id, …]       | [[item id, …]]             | [item id, …]            |
| Matching   | {item: label}      | [{item: label}]            | {item: label}, partial  |
| NoResponse | None               | [[action, …]]              | [action, …]             |

An action is what the browser posts to an environment: {"action": verb, field: value, …}.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Reading = Literal["words", "exact", "address", "time", "date"]


@dataclass(frozen=True)
class Option:
    """Something to choose, to order or to match; plain text, never HTML."""

    id: str
    text: str


@dataclass(frozen=True)
class Choice:
    """One option among several; `display` is « cards » (radio buttons) or « list » (a select)."""

    options: tuple[Option, ...]
    label: str = ""
    display: Literal["cards", "list"] = "cards"


@dataclass(frozen=True)
class Choices:
    """All the right options, whose number is not announced."""

    options: tuple[Option, ...]
    label: str = ""


@dataclass(frozen=True)
class Text:
    """A short text.

    `reading` says how it is normalised: « words » (case, accents and spaces folded, one typing
    slip forgiven in words of six letters or more), « exact » (codes, formulas: case and outer
    spaces only), « address » (URL, domain, e-mail), « time » (9h05, 9:05…), « date ».
    """

    label: str = ""
    hint: str = ""
    reading: Reading = "words"


@dataclass(frozen=True)
class Number:
    """A number; `unit` is shown after the field and may be typed; `tolerance` is absolute."""

    label: str = ""
    hint: str = ""
    unit: str = ""
    tolerance: float = 0.0


@dataclass(frozen=True)
class Blank:
    """One field of several; its `field` is a Text, a Number or a Choice shown as a list."""

    id: str
    label: str
    field: "Text | Number | Choice"


@dataclass(frozen=True)
class Blanks:
    """Several fields, all required, right together."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True)
class Ordering:
    """Items to put in order, listed as they are first shown (never solved, never reversed)."""

    items: tuple[Option, ...]
    label: str = ""


@dataclass(frozen=True)
class Matching:
    """Items to which a label is given; a label may serve several times, or never."""

    items: tuple[Option, ...]
    labels: tuple[Option, ...]
    label: str = ""


@dataclass(frozen=True)
class NoResponse:
    """Nothing to give: the state of the simulated environment is the answer."""


Response: TypeAlias = Choice | Choices | Text | Number | Blanks | Ordering | Matching | NoResponse
