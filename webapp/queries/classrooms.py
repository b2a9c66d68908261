"""Classes and their students, within a school."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from webapp.domain.errors import NotFound
from webapp.models import Classroom, Learner, Organization
from webapp.queries.learners import LearnerNotFound


class ClassroomNotFound(NotFound):
    """No such class, or one of another school."""

    message = "Cette classe n’existe pas, ou n’est pas de votre établissement."


@dataclass(frozen=True)
class ClassroomRow:
    """A class, its school, and how many students it has."""

    id: int
    organization_id: int
    name: str
    school: str
    students: int


def classrooms_of(session: Session, *, organization_id: int | None) -> list[ClassroomRow]:
    """The classes of a school (of all when None), by school then name."""
    rows = session.execute(
        select(
            Classroom.id,
            Classroom.organization_id,
            Classroom.name,
            Organization.name,
            func.count(Learner.id),
        )
        .join(Organization, Organization.id == Classroom.organization_id)
        .outerjoin(Learner, Learner.classroom_id == Classroom.id)
        .where(_of_school(organization_id))
        .group_by(Classroom.id, Organization.name)
        .order_by(Organization.name, Classroom.sort_key)
    )
    return [ClassroomRow(*row) for row in rows]


def classroom_of(
    session: Session, *, organization_id: int | None, classroom_id: int
) -> tuple[Classroom, Sequence[Learner]]:
    """A class of this school (of any when None) and its students; else ClassroomNotFound."""
    classroom = session.scalar(
        select(Classroom).where(Classroom.id == classroom_id, _of_school(organization_id))
    )
    if classroom is None:
        raise ClassroomNotFound
    students = session.scalars(
        select(Learner).where(Learner.classroom_id == classroom_id).order_by(Learner.sort_key)
    ).all()
    return classroom, students


def learner_in(
    session: Session, *, organization_id: int | None, classroom_id: int, learner_id: UUID
) -> Learner:
    """A student of a class of this school (of any when None); else LearnerNotFound."""
    found = session.scalar(
        select(Learner)
        .join(Classroom, Classroom.id == Learner.classroom_id)
        .where(
            Learner.id == learner_id,
            Classroom.id == classroom_id,
            _of_school(organization_id),
        )
    )
    if found is None:
        raise LearnerNotFound
    return found


def _of_school(organization_id: int | None) -> ColumnElement[bool]:
    return true() if organization_id is None else Classroom.organization_id == organization_id
