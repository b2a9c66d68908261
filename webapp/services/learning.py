"""What students say they learnt: a tutorial finished."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.domain.tutorial import Tutorial
from webapp.models import FinishedTutorial, table
from webapp.services.inserting import insert_once

FINISHED = table(FinishedTutorial)


def finish_tutorial(
    session: Session, tutorial: Tutorial, *, learner_id: UUID, now: datetime
) -> None:
    """Date the end of a tutorial; nothing when it was finished before."""
    values = {
        "learner_id": learner_id,
        "tutorial": tutorial.id,
        "topic": tutorial.topic,
        "finished_at": now,
    }
    insert_once(session.connection(), FINISHED, values, unique=["learner_id", "tutorial"])
