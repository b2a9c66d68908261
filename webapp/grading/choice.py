"""One option among several."""

from webapp.domain.materials import Json
from webapp.domain.responses import Choice
from webapp.grading.fields import Fields, single
from webapp.grading.nearness import Nearness
from webapp.grading.problems import unreadable

FIELD = "choice"


def read(response: Choice, fields: Fields, *, name: str = FIELD) -> str:
    """The id of the chosen option; Unreadable when none, or one that was not offered."""
    chosen = single(fields, name, missing="Choisis une réponse.")
    if chosen not in {option.id for option in response.options}:
        raise unreadable(name, "Choisis une des réponses proposées.")
    return chosen


def fields_of(response: Choice, value: str, *, name: str = FIELD) -> dict[str, str | list[str]]:
    """What a form posts for this option."""
    return {name: value}


def nearness(response: Choice, value: str, expected: Json) -> Nearness | None:
    """An option is the expected one or it is not."""
    return Nearness.SAME if value == expected else None


def value_of(response: Choice, expected: Json) -> str:
    """The id of the expected option."""
    return str(expected)


def described(response: Choice, value: str) -> tuple[str, ...]:
    """The words of the option."""
    return tuple(option.text for option in response.options if option.id == value)
