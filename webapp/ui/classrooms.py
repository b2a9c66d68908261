"""Classes, their students, and the import of lists, as screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from webapp.queries.classrooms import ClassroomRow
from webapp.services.importing import Imported
from webapp.services.roster import REQUIRED
from webapp.services.spreadsheet import Problem
from webapp.ui.filled import EMPTY, Filled
from webapp.ui.staff import Frame

if TYPE_CHECKING:
    from webapp.models import Classroom, Learner

MOST_PROBLEMS = 200  # shown at once; the count says how many there are


@dataclass(frozen=True)
class ClassroomsScreen:
    """The classes of the school, or of all."""

    frame: Frame
    rows: Sequence[ClassroomRow]
    school_column: bool


@dataclass(frozen=True)
class Student:
    """A line of a class."""

    last_name: str
    first_name: str
    born: str
    secret: str
    id: UUID
    extra_time: bool


@dataclass(frozen=True)
class ClassroomScreen:
    """The students of a class, by name."""

    frame: Frame
    id: int
    name: str
    students: Sequence[Student]


@dataclass(frozen=True)
class ImportScreen:
    """The form of a list, what came of the last one, and everything wrong with its file."""

    frame: Frame
    schools: Sequence[tuple[int, str]]
    columns: str = ", ".join(REQUIRED)
    filled: Filled = EMPTY
    problems: Sequence[Problem] = ()
    total: int = 0
    done: Imported | None = None


def classroom_screen(
    frame: Frame, classroom: Classroom, learners: Sequence[Learner]
) -> ClassroomScreen:
    """The students of a class: who has chosen a secret, never what it is."""
    return ClassroomScreen(
        frame,
        classroom.id,
        classroom.name,
        [
            Student(
                learner.last_name,
                learner.first_name,
                learner.birth_date.strftime("%d/%m/%Y") if learner.birth_date else "—",
                "choisi" if learner.secret_hash else "à choisir",
                learner.id,
                learner.extra_time > 0,
            )
            for learner in learners
        ],
    )
