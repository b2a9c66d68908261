"""A number, kept as a Decimal so that 0,1 is 0,1."""

from decimal import Decimal

from webapp.domain.materials import Json
from webapp.domain.responses import Number
from webapp.grading import numbers
from webapp.grading.fields import Fields, single
from webapp.grading.nearness import Nearness
from webapp.grading.problems import unreadable

FIELD = "answer"
DUST = Decimal("1e-12")  # the part of a number that binary floats may leave behind


def read(response: Number, fields: Fields, *, name: str = FIELD) -> Decimal:
    """The number typed; Unreadable when it is missing or not one number."""
    typed = single(fields, name, missing="Écris un nombre, par exemple 12.")
    try:
        return numbers.parsed(typed, unit=response.unit)
    except numbers.NotANumber as error:
        raise unreadable(name, str(error)) from error


def fields_of(response: Number, value: Decimal, *, name: str = FIELD) -> dict[str, str | list[str]]:
    """What a form posts for this number."""
    return {name: numbers.canonical(value).replace(".", ",")}


def nearness(response: Number, value: Decimal, expected: Json) -> Nearness | None:
    """The same number, or one inside the tolerance."""
    wanted = value_of(response, expected)
    gap = abs(value - wanted)
    dust = DUST * abs(wanted) if isinstance(expected, float) else Decimal(0)
    if gap <= dust:
        return Nearness.SAME
    return Nearness.LIKE if gap <= Decimal(str(response.tolerance)) + dust else None


def value_of(response: Number, expected: Json) -> Decimal:
    """An expected number as a Decimal."""
    return Decimal(str(expected))


def described(response: Number, value: Decimal) -> tuple[str, ...]:
    """The number as printed in French, with its unit."""
    return (f"{numbers.in_french(value)}\u00a0{response.unit}".rstrip("\u00a0"),)
