"""Answers whatever their kind: read from a form, put back in one, stored, said in words."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from webapp.domain import responses
from webapp.domain.materials import Json
from webapp.domain.responses import NoResponse, Response
from webapp.grading import (
    blanks,
    choice,
    choices,
    matching,
    number,
    numbers,
    ordering,
    text,
)
from webapp.grading.fields import Fields
from webapp.grading.kind import Kind

_KINDS: Mapping[type, Kind] = {
    responses.Choice: choice,
    responses.Choices: choices,
    responses.Text: text,
    responses.Number: number,
    responses.Blanks: blanks,
    responses.Ordering: ordering,
    responses.Matching: matching,
}


def of(response: Response) -> Kind:
    """The module of a response; KeyError for NoResponse, which asks nothing."""
    return _KINDS[type(response)]


def read(response: Response, fields: Fields) -> Any:
    """The value of what was posted, None when nothing is asked.

    Raises Unreadable (422) with a sentence a field when it is incomplete or unreadable.
    """
    return None if isinstance(response, NoResponse) else of(response).read(response, fields)


def fields_of(response: Response, value: Any) -> dict[str, str | list[str]]:
    """What a form posts for a value: the inverse of `read`."""
    return {} if isinstance(response, NoResponse) else of(response).fields_of(response, value)


def described(response: Response, value: Any) -> tuple[str, ...]:
    """An answer in words, a line each; nothing for a skip (None) or for NoResponse."""
    if isinstance(response, NoResponse) or value is None:
        return ()
    return of(response).described(response, value)


def to_json(value: Any) -> Json:
    """A value as JSON keeps it, the same for equal values: numbers are canonical strings."""
    if isinstance(value, Decimal):
        return numbers.canonical(value)
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def from_json(response: Response, document: Json) -> Any:
    """The value of a document made by `to_json`."""
    if isinstance(response, NoResponse) or document is None:
        return None
    return of(response).value_of(response, document)
