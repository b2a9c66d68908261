"""Schools and staff, as a screen for administrators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.ui.campaigns import school_options
from webapp.ui.filled import EMPTY, Filled
from webapp.ui.staff import Frame

if TYPE_CHECKING:
    from webapp.models import Account, Organization

ROLES = {"teacher": "Enseignant", "head": "Direction", "admin": "Administration"}


@dataclass(frozen=True)
class School:
    """A line of the list of schools."""

    name: str
    uai: str
    staff: int


@dataclass(frozen=True)
class Member:
    """A line of the list of staff."""

    id: int
    name: str
    login: str
    role: str
    school: str
    disabled: bool
    myself: bool


@dataclass(frozen=True)
class OrganizationsScreen:
    """The schools and their staff, and two forms to add to them."""

    frame: Frame
    schools: Sequence[School]
    members: Sequence[Member]
    school_options: Sequence[tuple[int, str]]
    roles: Sequence[tuple[str, str]]
    school_form: Filled
    staff_form: Filled


@dataclass(frozen=True)
class PasswordScreen:
    """Whose password is about to be replaced."""

    frame: Frame
    id: int
    name: str
    login: str


def organizations_screen(
    frame: Frame,
    schools: Sequence[Organization],
    accounts: Sequence[Account],
    *,
    myself: int | None,
    school_form: Filled = EMPTY,
    staff_form: Filled = EMPTY,
) -> OrganizationsScreen:
    """The page of administrators."""
    names: Mapping[int | None, str] = {school.id: school.name for school in schools}
    return OrganizationsScreen(
        frame=frame,
        schools=[
            School(one.name, one.uai, sum(each.organization_id == one.id for each in accounts))
            for one in schools
        ],
        members=[
            Member(
                id=one.id,
                name=one.name,
                login=one.login,
                role=ROLES[one.role],
                school=names.get(one.organization_id, "—"),
                disabled=one.disabled_at is not None,
                myself=one.id == myself,
            )
            for one in accounts
        ],
        school_options=school_options(schools),
        roles=tuple(ROLES.items()),
        school_form=school_form,
        staff_form=staff_form,
    )
