"""How a student wants pages shown."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.display import Display
from webapp.models import Learner


def display_of(session: Session, *, learner_id: UUID) -> Display | None:
    """The display this student chose on any machine; None when they never chose one."""
    kept = session.scalar(select(Learner.display).where(Learner.id == learner_id))
    return Display.parse(kept["compact"]) if kept else None
