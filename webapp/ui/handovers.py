"""Changing machine, as screens."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class HandoverScreen:
    """The code to type on the other machine, in two groups of three.

    `back` is the address of what they leave here.
    """

    code: str
    minutes: int
    back: str


@dataclass(frozen=True)
class ArrivalScreen:
    """Where the code is typed; `error` when it leads nowhere."""

    typed: str = ""
    error: str = ""


def way_on(assessment_id: UUID | None) -> tuple[str, dict[str, Any]]:
    """Where a student goes on, as `url_for` takes it: in this test, without one in the profile."""
    if assessment_id is None:
        return "profile.show_profile", {}
    return "assessments.show_question", {"assessment_id": assessment_id}
