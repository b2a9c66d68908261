"""What a student posts as an answer, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webapp import grading
from webapp.domain.responses import (
    Blanks,
    Choice,
    Choices,
    Matching,
    NoResponse,
    Ordering,
    Response,
)
from webapp.grading import Problem, Unreadable

MOST_VALUES = 100
LONGEST_VALUE = 2_000  # characters kept of a field, so that a refused answer can be shown again


@dataclass(frozen=True)
class AnswerForm:
    """An answer as posted; `problems` say why it cannot be read, and then `value` is None."""

    fields: dict[str, list[str]]
    skipped: bool
    value: Any = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, posted: Mapping[str, Sequence[str]], response: Response) -> "AnswerForm":
        """The answer to this response; « Je passe » needs nothing else."""
        fields = answer_fields(posted, response)
        if "skip" in posted.get("action", ()):
            return cls(fields={}, skipped=True)
        try:
            value = grading.read(response, fields)
        except Unreadable as error:
            return cls(fields=fields, skipped=False, problems=error.problems)
        return cls(fields=fields, skipped=False, value=value)


def answer_fields(posted: Mapping[str, Sequence[str]], response: Response) -> dict[str, list[str]]:
    """The fields of this response among all those posted, cut to a sensible size."""
    return {
        name: [value[:LONGEST_VALUE] for value in posted[name][:MOST_VALUES]]
        for name in field_names(response)
        if name in posted
    }


def field_names(response: Response) -> tuple[str, ...]:
    """The names of the form fields of a response."""
    match response:
        case Choice():
            return ("choice",)
        case Choices():
            return ("choices",)
        case Ordering():
            return ("order",)
        case Matching(items=items):
            return tuple(f"match-{item.id}" for item in items)
        case Blanks(blanks=blanks):
            return tuple(f"blank-{blank.id}" for blank in blanks)
        case NoResponse():
            return ()
        case _:
            return ("answer",)
