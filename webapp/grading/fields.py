"""What the browser posts, read field by field."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from webapp.grading.problems import unreadable

Fields: TypeAlias = Mapping[str, Sequence[str]]

LONGEST = 500  # characters in one field
MANY = 100  # values under one name

_TOO_LONG = f"Ta réponse est trop longue : {LONGEST} caractères au plus."


def single(fields: Fields, name: str, *, missing: str) -> str:
    """The text typed in a field, without control characters or outer spaces.

    Raises Unreadable with the sentence `missing` when nothing is there, and when it is too long.
    """
    text = next((cleaned for raw in several(fields, name) if (cleaned := _cleaned(raw))), "")
    if not text:
        raise unreadable(name, missing)
    return text


def several(fields: Fields, name: str) -> list[str]:
    """Every value posted under a name; Unreadable when there are too many or too long ones."""
    posted = fields.get(name, ())
    values = [posted] if isinstance(posted, str) else list(posted)
    if len(values) > MANY or any(len(value) > LONGEST for value in values):
        raise unreadable(name, _TOO_LONG)
    return values


def _cleaned(raw: str) -> str:
    """Typed text fit for storage: line ends and tabs become spaces, other controls vanish."""
    spaced = "".join(" " if char in "\t\r\n\v\f\x85" else char for char in raw)
    return "".join(char for char in spaced if unicodedata.category(char) not in _UNSTORABLE).strip()


_UNSTORABLE = {"Cc", "Cs"}  # control characters, lone surrogates
