"""Several fields, all required, right together."""

from collections.abc import Mapping
from typing import Any

from webapp.domain.materials import Json
from webapp.domain.responses import Blank, Blanks, Choice, Number, Text
from webapp.grading import choice, number, text
from webapp.grading.fields import Fields
from webapp.grading.kind import FieldKind
from webapp.grading.nearness import Nearness, farthest, nearest
from webapp.grading.problems import Problem, Unreadable

PREFIX = "blank-"

_KINDS: Mapping[type, FieldKind] = {Text: text, Number: number, Choice: choice}


def read(response: Blanks, fields: Fields) -> dict[str, Any]:
    """The value of each blank; Unreadable with the sentence of every field that is not ready."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for blank in response.blanks:
        try:
            values[blank.id] = _kind(blank).read(blank.field, fields, name=PREFIX + blank.id)
        except Unreadable as error:
            problems.extend(error.bare)
    if problems:
        raise Unreadable(problems)
    return values


def fields_of(response: Blanks, value: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """What a form posts for these values."""
    posted: dict[str, str | list[str]] = {}
    for blank in response.blanks:
        name = PREFIX + blank.id
        posted |= _kind(blank).fields_of(blank.field, value[blank.id], name=name)
    return posted


def nearness(response: Blanks, value: Mapping[str, Any], expected: Json) -> Nearness | None:
    """How near the blanks are together to what is expected of those that are named.

    An accepted answer names them all, each with its list of right values; a mistake names some,
    each with its wrong value.
    """
    named = [blank for blank in response.blanks if blank.id in expected]
    if not named:
        return None
    return farthest(
        nearest(
            _kind(blank).nearness(blank.field, value[blank.id], one)
            for one in _alternatives(expected[blank.id])
        )
        for blank in named
    )


def value_of(response: Blanks, expected: Mapping[str, Json]) -> dict[str, Any]:
    """The values of the blanks that are named, the first of those accepted."""
    return {
        blank.id: _kind(blank).value_of(blank.field, _alternatives(expected[blank.id])[0])
        for blank in response.blanks
        if blank.id in expected
    }


def described(response: Blanks, value: Mapping[str, Any]) -> tuple[str, ...]:
    """« label : value », in the order of the page."""
    return tuple(
        _labelled(blank.label, " ".join(_kind(blank).described(blank.field, value[blank.id])))
        for blank in response.blanks
        if blank.id in value
    )


def _kind(blank: Blank) -> FieldKind:
    return _KINDS[type(blank.field)]


def _alternatives(expected: Json) -> list[Json]:
    return expected if isinstance(expected, list) else [expected]


def _labelled(label: str, answer: str) -> str:
    name = label.rstrip(" :\u00a0\u202f")
    return f"{name}\u00a0: {answer}" if name else answer
