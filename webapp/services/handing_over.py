"""Changing machine: a short code moves a learner, and the old machine stops writing."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.models import Assessment, Handover, Learner
from webapp.services import attempts, codes

FRESH = timedelta(minutes=10)
UNKNOWN = (
    "Ce code ne mène à aucun test. Il a 6 lettres et chiffres, sert une seule fois et pendant "
    "10 minutes : sur l’autre machine, demandes-en un nouveau."
)
SUBJECT = "move:all"  # a million codes and a handful alive: guesses are counted together


def move_code(session: Session, learner_id: UUID) -> str:
    """A fresh code that moves this learner; the one before is forgotten."""
    session.execute(delete(Handover).where(Handover.learner_id == learner_id))
    code = codes.fresh_code(codes.SHORT_LENGTH)
    session.add(Handover(code=code, learner_id=learner_id, created_at=datetime.now(UTC)))
    session.flush()
    return code


def moved_learner(session: Session, typed: str) -> Learner | None:
    """The learner that this code moves here, their other sessions ended; None when it is stale.

    A code serves once. TooFast when too many wrong ones were typed lately.
    """
    attempts.refuse_when_too_many(session, SUBJECT)
    code = codes.read_code(typed, codes.SHORT_LENGTH)
    found = session.get(Handover, code) if code else None
    if found is None or found.created_at < datetime.now(UTC) - FRESH:
        attempts.record_failure(session, SUBJECT)
        return None
    learner = session.get_one(Learner, found.learner_id)
    learner.session_epoch += 1
    session.delete(found)
    session.flush()
    return learner


def unfinished_test(session: Session, learner_id: UUID) -> UUID | None:
    """The latest unfinished test of this learner."""
    return session.scalar(
        select(Assessment.id)
        .where(Assessment.learner_id == learner_id, Assessment.finished_at.is_(None))
        .order_by(Assessment.created_at.desc())
    )
