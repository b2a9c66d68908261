"""An answer shown back, in corrections and copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from string import ascii_uppercase
from typing import Any

from webapp import grading
from webapp.domain.responses import Choice, Choices, Option, Ordering, Response


@dataclass(frozen=True)
class Line:
    """One line of an answer shown back: « A » or « 1 » before its words, when the page had it.

    `right` says whether this part is right, where an answer has parts and this may be told.
    """

    mark: str
    text: str
    right: bool | None = None


def lines(response: Response, value: Any, parts: Sequence[bool] = ()) -> tuple[Line, ...]:
    """An answer as corrections and copies show it; nothing for a pass (None).

    `parts` come from `grading.parts`, once the answer is corrected.
    """
    if value is None:
        return ()
    if isinstance(response, Choices) or (
        isinstance(response, Choice) and response.display == "cards"
    ):
        picked = {value} if isinstance(value, str) else set(value)
        lettered = zip(ascii_uppercase, response.options, strict=False)
        return tuple(Line(mark, option.text) for mark, option in lettered if option.id in picked)
    if isinstance(response, Ordering):
        return tuple(
            Line(str(rank), _text(response.items, item)) for rank, item in enumerate(value, 1)
        )
    said = grading.described(response, value)
    return tuple(Line("", *each) for each in zip_longest(said, parts))


def _text(options: Sequence[Option], id_: str) -> str:
    return next((option.text for option in options if option.id == id_), "")
