"""Where a value stands in a TOML file: on which line."""

import re
from collections.abc import Sequence
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]")
_KEY = re.compile(r"""\s*["']?([^\s"'=#{\[][^"'=]*?)["']?\s*=""")


def line(text: str, path: Sequence[str | int], value: object = None) -> int:
    """The line of the value at this path, or of the nearest table or list that should hold it."""
    found = _lines(text)
    near = next(tuple(path[:n]) for n in range(len(path), -1, -1) if tuple(path[:n]) in found)
    first = found[near]
    if len(near) < len(path) and isinstance(path[-1], int):
        return _line_in_list(text, first, value)
    return first


def _line_in_list(text: str, first: int, value: object) -> int:
    """The line from the first one where a list holds a text, or the first one."""
    for number, written in enumerate(text.splitlines(), start=1):
        if number >= first and f'"{value}"' in written:
            return number
    return first


def _lines(text: str) -> dict[Place, int]:
    """The line of each table and each key that begins a line, by its path."""
    found: dict[Place, int] = {(): 1}
    table: Place = ()
    for number, written in enumerate(text.splitlines(), start=1):
        header, key = _HEADER.match(written), _KEY.match(written)
        if header:
            names = [name.strip(" \"'") for name in header[2].split(".")]
            table = _table(found, names, repeated=header[1] == "[[")
            found.setdefault(tuple(names), number)
            found[table] = number
        elif key:
            found.setdefault((*table, key[1]), number)
    return found


def _table(found: dict[Place, int], names: Sequence[str], *, repeated: bool) -> Place:
    """The path of a table under its header: the last of the repeated ones it is in."""
    path: Place = ()
    for name in names[:-1]:
        path = _last(found, (*path, name))
    path = (*path, names[-1])
    return (*path, _count(found, path)) if repeated else path


def _last(found: dict[Place, int], path: Place) -> Place:
    count = _count(found, path)
    return (*path, count - 1) if count else path


def _count(found: dict[Place, int], path: Place) -> int:
    """How many tables of this name came already."""
    return sum(1 for each in found if each[:-1] == path and isinstance(each[-1], int))
