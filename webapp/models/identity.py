"""Attempts at identity, counted so that guessing stays slow."""

from datetime import datetime

from sqlalchemy import Index, String
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
