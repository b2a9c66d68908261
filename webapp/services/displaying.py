"""Keeping the display a student chose, for all their machines."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from webapp.domain.display import Display
from webapp.models import Learner


def keep_display(session: Session, learner_id: UUID, display: Display) -> None:
    """From now on this student's pages are shown so."""
    session.execute(
        update(Learner).where(Learner.id == learner_id).values(display={"compact": display.compact})
    )
