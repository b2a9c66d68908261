"""What people post to say who they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from webapp.forms.fields import errors_of, line
from webapp.grading import Problem
from webapp.services.names import folded
from webapp.services.roster import read_date

DIGITS = re.compile(r"\d{4}", re.ASCII)
FOUR_DIGITS = "Ton secret a 4 chiffres, par exemple 7241."


@dataclass(frozen=True)
class SecretForm:
    """The student that was chosen, and the four digits typed; spaces do not count."""

    learner_id: UUID | None
    secret: str
    error: str = ""

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "SecretForm":
        """Never refuses; `error` says what is wrong with the digits."""
        secret = "".join(fields.get("secret", "").split())
        error = "" if DIGITS.fullmatch(secret) else FOUR_DIGITS
        return cls(_uuid(fields.get("learner", "")), secret, error)


@dataclass(frozen=True)
class UnlockForm:
    """The student whose secret is to be forgotten."""

    learner_id: UUID | None

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "UnlockForm":
        """Never refuses; None is nobody."""
        return cls(_uuid(fields.get("learner", "")))


@dataclass(frozen=True)
class IdentityForm:
    """A name and a birth date, to be found in the school; `typed` is as it was posted."""

    typed: Mapping[str, str]
    birth_date: date | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "IdentityForm":
        """Never refuses; `problems` say what is missing."""
        typed = _lines(fields, "first_name", "last_name", "birth_date")
        birth_date = read_birth_date(typed["birth_date"])
        problems = errors_of(
            first_name="" if folded(typed["first_name"]) else "Écris ton prénom.",
            last_name="" if folded(typed["last_name"]) else "Écris ton nom de famille.",
            birth_date="" if birth_date else "Écris ta date de naissance, par exemple 14/03/2010.",
        )
        return cls(typed, birth_date, problems)


@dataclass(frozen=True)
class GuestForm:
    """The name of somebody on no list; a last name only where a teacher must recognise them.

    `key` is that of the form: sent twice, it is one guest.
    """

    typed: Mapping[str, str]
    key: UUID | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, fields: Mapping[str, str], *, full_name: bool) -> "GuestForm":
        """Never refuses; `problems` say what is missing."""
        typed = _lines(fields, "first_name", "last_name", "key")
        missing = full_name and not folded(typed["last_name"])
        problems = errors_of(
            first_name="" if folded(typed["first_name"]) else "Écris ton prénom.",
            last_name="Écris ton nom de famille." if missing else "",
        )
        return cls(typed, _uuid(typed["key"]), problems)


def read_birth_date(typed: str) -> date | None:
    """A birth date in any usual form: 14/03/2010, 14 3 2010, 14032010, 2010-03-14."""
    numbers = re.findall(r"\d+", typed)
    if len(numbers) == 1 and len(numbers[0]) == 8:
        numbers = [numbers[0][:2], numbers[0][2:4], numbers[0][4:]]
    if len(numbers) != 3:
        return None
    if len(numbers[0]) == 4:
        numbers.reverse()
    return read_date("/".join(numbers))


def _lines(fields: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: line(fields, name) for name in names}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
