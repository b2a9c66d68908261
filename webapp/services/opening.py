"""Opening what comes next: the first question after the intro, the next after a checkpoint."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from webapp.models import Assessment, Presentation
from webapp.queries.assessments import Turn


def open_question(session: Session, turn: Turn, *, now: datetime) -> None:
    """Date the moment the open question is first seen; nothing when it was already."""
    if turn.asked is None or turn.asked.opened_at is not None:
        return
    session.execute(
        update(Presentation)
        .where(Presentation.id == turn.asked.id, Presentation.opened_at.is_(None))
        .values(opened_at=now)
        .execution_options(synchronize_session=False)
    )


def leave_checkpoint(session: Session, turn: Turn, *, now: datetime) -> None:
    """The corrections were seen; the next question is open from now on."""
    session.execute(
        update(Assessment)
        .where(Assessment.id == turn.sitting.id, Assessment.checkpoint_seen < turn.answered)
        .values(checkpoint_seen=turn.answered)
        .execution_options(synchronize_session=False)
    )
    open_question(session, turn, now=now)
