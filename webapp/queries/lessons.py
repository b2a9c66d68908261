"""The tutorials that a student finished."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.models import FinishedTutorial


@dataclass(frozen=True)
class Lesson:
    """A finished tutorial: its topic, and when."""

    topic: str
    at: datetime
    tutorial: str = ""


def lessons_of(session: Session, *, learner_id: UUID) -> tuple[Lesson, ...]:
    """The tutorials this learner finished, oldest first."""
    rows = session.execute(
        select(FinishedTutorial.topic, FinishedTutorial.finished_at, FinishedTutorial.tutorial)
        .where(FinishedTutorial.learner_id == learner_id)
        .order_by(FinishedTutorial.id)
    )
    return tuple(Lesson(*row) for row in rows)
