"""What administrators post: schools, and the accounts of their staff."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from webapp.forms.fields import errors_of, line
from webapp.grading import Problem
from webapp.services.accounts import login_key

UAI = re.compile(r"\d{7}[A-Z]", re.ASCII)
ROLES = ("teacher", "head", "admin")


@dataclass(frozen=True)
class SchoolForm:
    """A new school."""

    uai: str
    name: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...]

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "SchoolForm":
        """Never refuses; `problems` say what is missing or malformed."""
        uai = "".join(fields.get("uai", "").split()).upper()
        name = line(fields, "name", longest=120)
        problems = errors_of(
            uai="" if UAI.fullmatch(uai) else "Sept chiffres et une lettre, par exemple 0990042H.",
            name="" if name else "Écrivez le nom de l’établissement.",
        )
        return cls(uai, name, {"uai": uai[:20], "name": name}, problems)


@dataclass(frozen=True)
class StaffForm:
    """A new account for an adult; an administrator has no school."""

    login: str
    name: str
    role: str
    organization_id: int | None
    typed: Mapping[str, str]
    problems: tuple[Problem, ...]

    @classmethod
    def parse(cls, fields: Mapping[str, str], *, schools: list[int]) -> "StaffForm":
        """Never refuses; `problems` say what is missing."""
        typed = {one: line(fields, one, longest=120) for one in ("login", "name", "role", "school")}
        login, role = login_key(typed["login"]), typed["role"]
        chosen = next((one for one in schools if str(one) == typed["school"]), None)
        problems = errors_of(
            name="" if typed["name"] else "Écrivez le nom, tel que les élèves le lisent.",
            login="" if len(login) >= 3 else "Au moins 3 caractères.",
            role="" if role in ROLES else "Choisissez un rôle.",
            school="Choisissez un établissement." if role in ROLES[:2] and not chosen else "",
        )
        school_id = chosen if role != "admin" else None
        return cls(login, typed["name"], role, school_id, typed, problems)
