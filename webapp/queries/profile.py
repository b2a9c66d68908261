"""Everything a student took, oldest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.models import Answer, Assessment, Presentation


@dataclass(frozen=True)
class Taken:
    """A test or a practice, with its number of answers; `opening` is what its start met."""

    id: UUID
    kind: str
    title: str
    scope: Mapping[str, int]
    created_at: datetime
    finished_at: datetime | None
    answered: int
    opening: Mapping[str, Any]


def taken_by(session: Session, *, learner_id: UUID) -> tuple[Taken, ...]:
    """The tests and practices of a learner, oldest first."""
    rows = session.execute(
        select(
            Assessment.id,
            Assessment.kind,
            Assessment.title,
            Assessment.scope,
            Assessment.created_at,
            Assessment.finished_at,
            select(func.count(Answer.id))
            .join(Presentation, Presentation.id == Answer.presentation_id)
            .where(Presentation.assessment_id == Assessment.id)
            .scalar_subquery(),
            Assessment.opening,
        )
        .where(Assessment.learner_id == learner_id)
        .order_by(Assessment.created_at, Assessment.id)
    )
    return tuple(Taken(*row) for row in rows)
