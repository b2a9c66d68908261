"""What was sent at the end of a test, and who took it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.models import Assessment, Classroom, Learner, Participation


@dataclass(frozen=True)
class Sent:
    """The test as its teacher received it; without `sent_at`, nobody received it."""

    first_name: str
    last_name: str
    classroom: str | None
    sent_at: datetime | None
    receipt: str | None

    @property
    def who(self) -> str:
        """« Inès Be., 2de 4 »: as the class knows them, without the whole name."""
        last = f" {self.last_name[:2]}." if self.last_name else ""
        return f"{self.first_name}{last}" + (f", {self.classroom}" if self.classroom else "")


def sent_of(session: Session, *, learner_id: UUID, assessment_id: UUID) -> Sent:
    """Who took this test and when it was received; NoResultFound when it is not theirs."""
    row = session.execute(
        select(
            Learner.first_name,
            Learner.last_name,
            Classroom.name,
            Participation.sent_at,
            Participation.receipt,
        )
        .join(Assessment, Assessment.learner_id == Learner.id)
        .outerjoin(Classroom, Classroom.id == Learner.classroom_id)
        .outerjoin(Participation, Participation.id == Assessment.participation_id)
        .where(Assessment.id == assessment_id, Assessment.learner_id == learner_id)
    ).one()
    return Sent(*row)
