"""JSON read with the line of each element of its top-level lists."""

import json
import re
from dataclasses import dataclass
from typing import Any

from webapp.engine.replay.problems import BadInput, Problem

_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True)
class Element:
    """A value, the line it starts on and its path."""

    value: Any
    line: int
    path: str


def elements(text: str) -> dict[str, list[Element] | Element]:
    """The members of the top-level object; a list comes element by element.

    BadInput when the text is not a JSON object.
    """
    try:
        return _members(text)
    except json.JSONDecodeError as error:
        raise BadInput([Problem(error.lineno, "(document)", error.msg)]) from error


def _members(text: str) -> dict[str, list[Element] | Element]:
    found: dict[str, list[Element] | Element] = {}
    place = _expected(text, 0, "{")
    while text[place : place + 1] != "}":
        key, place = _DECODER.raw_decode(text, place)
        if not isinstance(key, str):
            raise json.JSONDecodeError("a name is expected", text, place)
        place = _expected(text, place, ":")
        if text[place : place + 1] == "[":
            found[key], place = _list(text, place, key)
        else:
            line = _line(text, place)
            value, place = _DECODER.raw_decode(text, place)
            found[key] = Element(value, line, key)
        place = _separated(text, place, "}")
    if _skipped(text, place + 1) != len(text):
        raise json.JSONDecodeError("there is something after the end", text, place + 1)
    return found


def _list(text: str, place: int, name: str) -> tuple[list[Element], int]:
    found: list[Element] = []
    place = _expected(text, place, "[")
    while text[place : place + 1] != "]":
        line = _line(text, place)
        value, place = _DECODER.raw_decode(text, place)
        found.append(Element(value, line, f"{name}[{len(found)}]"))
        place = _separated(text, place, "]")
    return found, place + 1


def _separated(text: str, place: int, end: str) -> int:
    """After a comma, or at the closing sign; JSONDecodeError elsewhere."""
    place = _skipped(text, place)
    if text[place : place + 1] == end:
        return place
    place = _expected(text, place, ",")
    if text[place : place + 1] == end:
        raise json.JSONDecodeError("nothing follows the comma", text, place)
    return place


def _expected(text: str, place: int, sign: str) -> int:
    place = _skipped(text, place)
    if text[place : place + 1] != sign:
        raise json.JSONDecodeError(f"{sign} is expected", text, place)
    return _skipped(text, place + 1)


def _skipped(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
