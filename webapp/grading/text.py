"""A short text, read as its kind says: words, code, address, time or date."""

from collections.abc import Callable

from webapp.domain.materials import Json
from webapp.domain.responses import Reading, Text
from webapp.grading import addresses, dates, times, words
from webapp.grading.fields import Fields, single
from webapp.grading.nearness import Nearness
from webapp.grading.problems import unreadable

FIELD = "answer"
EXAMPLES: dict[Reading, str] = {"time": "9 h 05", "date": "14 juillet 2027"}  # of what to write

_NEARNESS: dict[Reading, Callable[[str, str], Nearness | None]] = {
    "words": words.nearness,
    "exact": words.code_nearness,
    "address": addresses.nearness,
    "time": times.nearness,
    "date": dates.nearness,
}


def read(response: Text, fields: Fields, *, name: str = FIELD) -> str:
    """The text as typed; Unreadable when a time, a date or an address cannot be one."""
    typed = single(fields, name, missing="Écris ta réponse ici.")
    if sentence := _unreadable(typed, response.reading):
        raise unreadable(name, sentence)
    return typed


def fields_of(response: Text, value: str, *, name: str = FIELD) -> dict[str, str | list[str]]:
    """What a form posts for this text."""
    return {name: value}


def nearness(response: Text, value: str, expected: Json) -> Nearness | None:
    """How near the typed text is to an expected one."""
    return _NEARNESS[response.reading](value, str(expected))


def value_of(response: Text, expected: Json) -> str:
    """The text someone would type to give an expected value."""
    return str(expected)


def described(response: Text, value: str) -> tuple[str, ...]:
    """The text as typed."""
    return (value,)


def _unreadable(typed: str, reading: Reading) -> str | None:
    """The sentence of a text that cannot be read, None when it can."""
    if reading == "time" and times.parsed(typed) is None:
        return f"Écris une heure, par exemple {EXAMPLES['time']}."
    if reading == "address" and addresses.parsed(typed) is None:
        return "Écris l’adresse seule, sans espace."
    if reading == "date":
        return _date_problem(typed)
    if not words.signs(typed):
        return "Écris ta réponse ici."
    return None


def _date_problem(typed: str) -> str | None:
    try:
        dates.parsed(typed)
    except dates.NotADate as error:
        return str(error) or f"Écris une date, par exemple {EXAMPLES['date']}."
    return None
