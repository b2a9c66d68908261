"""JSON read with the line of each element of its top-level lists; what is given twice is kept."""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from webapp.engine.replay.problems import BadInput, Problem

_SPACE = re.compile(r"\s*")
_NEWLINE = re.compile(r"\n")


class _Repeating(dict[str, Any]):
    """An object some of whose names are given more than once; the last value counts."""

    names: tuple[str, ...] = ()


def repeated(value: object) -> Sequence[str]:
    """The names that are given more than once in an object."""
    return value.names if isinstance(value, _Repeating) else ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = _Repeating(found)
    counts = Counter(name for name, _ in pairs)
    repeating.names = tuple(name for name, count in counts.items() if count > 1)
    return repeating


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


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


def document(text: str) -> Any:
    """The value of a JSON text; JSONDecodeError when it is none, or cannot be held."""
    value, place = _decoded(text, _skipped(text, 0))
    _check_end(text, place)
    return value


def _members(text: str) -> dict[str, list[Element] | Element]:
    found: dict[str, list[Element] | Element] = {}
    ends = [match.start() for match in _NEWLINE.finditer(text)]
    place = _expected(text, 0, "{")
    while text[place : place + 1] != "}":
        start = place
        key, place = _decoded(text, place)
        if not isinstance(key, str):
            raise json.JSONDecodeError("a name is expected", text, start)
        if key in found:
            raise BadInput([Problem(_line(ends, start), key, "is given twice")])
        place = _expected(text, place, ":")
        if text[place : place + 1] == "[":
            found[key], place = _list(text, place, key, ends)
        else:
            line = _line(ends, place)
            value, place = _decoded(text, place)
            found[key] = Element(value, line, key)
        place = _separated(text, place, "}")
    _check_end(text, place + 1)
    return found


def _list(text: str, place: int, name: str, ends: list[int]) -> tuple[list[Element], int]:
    found: list[Element] = []
    place = _expected(text, place, "[")
    while text[place : place + 1] != "]":
        line = _line(ends, place)
        value, place = _decoded(text, place)
        found.append(Element(value, line, f"{name}[{len(found)}]"))
        place = _separated(text, place, "]")
    return found, place + 1


def _decoded(text: str, place: int) -> tuple[Any, int]:
    """The value that begins here, and where it ends; JSONDecodeError when it cannot be held."""
    try:
        return _DECODER.raw_decode(text, place)
    except json.JSONDecodeError:
        raise
    except RecursionError as error:
        raise json.JSONDecodeError("it is nested too deeply", text, place) from error
    except ValueError as error:
        raise json.JSONDecodeError("a number has too many digits", text, place) from error


def _check_end(text: str, place: int) -> None:
    place = _skipped(text, place)
    if place != len(text):
        raise json.JSONDecodeError("there is something after the end", text, place)


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


def _line(ends: list[int], place: int) -> int:
    """The number of the line of a place, lines ending at `ends`."""
    return bisect_left(ends, place) + 1
