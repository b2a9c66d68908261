"""A form shown again: what was typed, and what is wrong with it, by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from webapp.grading import Problem


@dataclass(frozen=True)
class Filled:
    """What a form holds; empty at first."""

    values: Mapping[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()

    def value(self, name: str) -> str:
        """What was typed in a field."""
        return self.values.get(name, "")

    def error(self, name: str) -> str:
        """The sentence to show next to a field, if any."""
        return next((one.message for one in self.problems if one.field == name), "")


EMPTY = Filled()
