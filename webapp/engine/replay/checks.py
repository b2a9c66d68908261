"""Fields of outside data, checked one by one; every fault is noted, none is raised."""

import math
from collections.abc import Sequence
from typing import Any

from webapp.engine.replay.positions import Element, repeated
from webapp.engine.replay.problems import Problem

_MISSING = object()


class Fields:
    """The fields of one element; faults go to `problems`, and a plain value is given back."""

    def __init__(self, element: Element, problems: list[Problem]) -> None:
        self._element = element
        self._problems = problems
        self._values = element.value if isinstance(element.value, dict) else {}
        if not isinstance(element.value, dict):
            self._refuse("", "an object is expected")
        self._refuse_repeated("", element.value)

    def text(self, name: str) -> str:
        """A non-empty string."""
        value = self._required(name)
        if value is not None and not (isinstance(value, str) and value):
            self._refuse(name, "a non-empty string is expected")
        elif value and not _encodable(value):
            self._refuse(name, "half a character is not text")
        return value if isinstance(value, str) else ""

    def word(self, name: str, allowed: Sequence[str]) -> str:
        """One of the allowed words."""
        value = self.text(name)
        if value and value not in allowed:
            self._refuse(name, f"{value!r} is not one of {', '.join(allowed)}")
        return value

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number in a range, both ends included."""
        value = self._required(name)
        if value is not None:
            self._within(name, value, low, high, whole=True)
        return value if isinstance(value, int) else low

    def optional_whole(self, name: str, low: int, high: int) -> int | None:
        """The same, or None when it is not given."""
        return None if self._values.get(name) is None else self.whole(name, low, high)

    def optional_number(self, name: str, low: float, high: float) -> float | None:
        """A number in a range, or None when it is not given."""
        value = self._values.get(name)
        if value is None:
            return None
        return float(value) if self._within(name, value, low, high, whole=False) else low

    def mapping(self, name: str) -> dict[str, Any]:
        """An object, as it is."""
        value = self._required(name)
        if value is not None and not isinstance(value, dict):
            self._refuse(name, "an object is expected")
        self._refuse_repeated(name, value)
        return value if isinstance(value, dict) else {}

    def sequence(self, name: str) -> list[Any]:
        """A list, as it is."""
        value = self._required(name)
        if value is not None and not isinstance(value, list):
            self._refuse(name, "a list is expected")
        return value if isinstance(value, list) else []

    def refuse(self, name: str, reason: str) -> None:
        """Note a fault of a field."""
        self._refuse(name, reason)

    def _required(self, name: str) -> Any:
        value = self._values.get(name, _MISSING)
        if value is _MISSING:
            if isinstance(self._element.value, dict):
                self._refuse(name, "is missing")
            return None
        if value is None:
            self._refuse(name, "is empty")
        return value

    def _within(self, name: str, value: Any, low: float, high: float, *, whole: bool) -> bool:
        kinds = int if whole else (int, float)
        endless = isinstance(value, float) and not math.isfinite(value)
        if not isinstance(value, kinds) or isinstance(value, bool) or endless:
            self._refuse(name, f"a {'whole ' if whole else ''}number is expected")
            return False
        if not low <= value <= high:
            self._refuse(name, f"{value} is not between {low} and {high}")
            return False
        return True

    def _refuse_repeated(self, name: str, value: object) -> None:
        for one in repeated(value):
            self._refuse(f"{name}.{one}" if name else one, "is given twice")

    def _refuse(self, name: str, reason: str) -> None:
        path = ".".join(part for part in (self._element.path, name) if part) or "(line)"
        self._problems.append(Problem(self._element.line, path, reason))


def _encodable(text: str) -> bool:
    """JSON may hold half of a pair of codes, which no file can."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
