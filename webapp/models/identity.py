"""Attempts at identity, counted so that guessing stays slow; and changes of machine."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base


class IdentityAttempt(Base):
    """One failed attempt; `subject` is what was attempted: « code:… », « learner:… », « login:… ».

    Counted by subject, never by address: a whole school shares one.
    """

    __tablename__ = "identity_attempt"
    __table_args__ = (Index("ix_identity_attempt_subject_failed_at", "subject", "failed_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(160))
    failed_at: Mapped[datetime]


class Handover(Base):
    """A short code that moves a learner to another machine, once, while it is fresh."""

    __tablename__ = "handover"

    code: Mapped[str] = mapped_column(String(6), primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(
        ForeignKey("learner.id", ondelete="CASCADE"), unique=True
    )
    created_at: Mapped[datetime]
