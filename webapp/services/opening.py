"""Opening what comes next: the first question after the intro, the next after a checkpoint."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from webapp.models import Assessment, Presentation
from webapp.queries.assessments import Turn
from webapp.services.finishing import finish


def open_question(session: Session, turn: Turn, *, now: datetime) -> None:
    """Date the moment the open question is first seen; nothing when it was already.

    The hour of a limited test begins with its first question.
    """
    if turn.asked is None or turn.asked.opened_at is not None:
        return
    minutes = turn.sitting.opening.get("minutes")
    if minutes is not None and turn.sitting.ends_at is None:
        session.execute(
            update(Assessment)
            .where(Assessment.id == turn.sitting.id, Assessment.ends_at.is_(None))
            .values(ends_at=now + timedelta(minutes=minutes))
            .execution_options(synchronize_session=False)
        )
    session.execute(
        update(Presentation)
        .where(Presentation.id == turn.asked.id, Presentation.opened_at.is_(None))
        .values(opened_at=now)
        .execution_options(synchronize_session=False)
    )


def leave_checkpoint(session: Session, turn: Turn, *, now: datetime) -> None:
    """The corrections were seen; the next question is open from now on.

    When the hour is over meanwhile, the test ends there.
    """
    session.execute(
        update(Assessment)
        .where(Assessment.id == turn.sitting.id, Assessment.checkpoint_seen < turn.answered)
        .values(checkpoint_seen=turn.answered)
        .execution_options(synchronize_session=False)
    )
    left = turn.sitting.seconds_left(now)
    if turn.checkpoint_due and left is not None and left <= 0:
        finish(session.connection(), turn.sitting, reason="time", fit=None, now=now)
        return
    open_question(session, turn, now=now)
