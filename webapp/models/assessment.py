"""A test: what was asked, what was being typed, what was answered."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base

KINDS = ("campaign", "practice")
UNCOUNTED = "counted_at IS NULL AND finished_at IS NOT NULL"
OUTCOMES = ("right", "wrong", "skipped", "timeout", "hour_over", "technical")


class Assessment(Base):
    """One test of one learner.

    `scope` is {topic id: highest level}; `budget` the number of questions it may ask at most;
    `checkpoint_seen` the number of answers up to which corrections have been shown. `room` is
    shared by those who sit it together; `opening` is what its start met and every draw needs
    again. `counted_at` is when its questions joined the counts of exposure; `fit` says how its
    answers go together, once it is finished. `ends_at` is when no new question is asked any more;
    it is set when the first one is opened.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind_known"),
        CheckConstraint(
            "(kind = 'campaign') = (participation_id IS NOT NULL)", name="participation"
        ),
        CheckConstraint("budget > 0", name="budget_positive"),
        Index(
            "ix_assessment_uncounted",
            "finished_at",
            sqlite_where=text(UNCOUNTED),
            postgresql_where=text(UNCOUNTED),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    learner_id: Mapped[UUID] = mapped_column(
        ForeignKey("learner.id", ondelete="CASCADE"), index=True
    )
    participation_id: Mapped[int | None] = mapped_column(
        ForeignKey("participation.id", ondelete="CASCADE"), unique=True
    )
    kind: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(String(120))
    journey: Mapped[str | None] = mapped_column(String(60))
    scope: Mapped[dict[str, Any]]
    budget: Mapped[int]
    checkpoints: Mapped[bool]
    checkpoint_seen: Mapped[int] = mapped_column(default=0)
    bank_version_id: Mapped[int | None] = mapped_column(ForeignKey("bank_version.id"))
    parameter_version_id: Mapped[int | None] = mapped_column(ForeignKey("parameter_version.id"))
    created_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    stop_reason: Mapped[str | None] = mapped_column(String(20))
    room: Mapped[str | None] = mapped_column(String(40), index=True)
    opening: Mapped[dict[str, Any]] = mapped_column(default=dict)
    counted_at: Mapped[datetime | None]
    fit: Mapped[dict[str, Any] | None]


class Presentation(Base):
    """A variant put before a student: all that was drawn, as one document, and why it was chosen.

    `key` is the one-time key of its answer form; `selection` holds what the engine met at the
    draw (gain, probability, what classmates just got) and the range of questions left then;
    `room` is that of its test: what a room was just asked is read at each answer.
    """

    __tablename__ = "presentation"
    __table_args__ = (
        UniqueConstraint("assessment_id", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        Index("ix_presentation_room", "room", "id", "created_at", "assessment_id", "challenge"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"))
    number: Mapped[int]
    key: Mapped[str] = mapped_column(String(43), unique=True)
    challenge: Mapped[str] = mapped_column(String(60))
    skill: Mapped[str] = mapped_column(String(60))
    document: Mapped[dict[str, Any]]
    selection: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    room: Mapped[str | None] = mapped_column(String(40))


class Draft(Base):
    """What is being typed; an older revision never replaces a newer one."""

    __tablename__ = "draft"
    __table_args__ = (CheckConstraint("revision >= 0", name="revision_positive"),)

    presentation_id: Mapped[int] = mapped_column(
        ForeignKey("presentation.id", ondelete="CASCADE"), primary_key=True
    )
    revision: Mapped[int]
    fields: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]


class EnvironmentAction(Base):
    """One gesture in a simulated environment: the journal from which its state is replayed."""

    __tablename__ = "environment_action"
    __table_args__ = (UniqueConstraint("presentation_id", "sequence"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    presentation_id: Mapped[int] = mapped_column(ForeignKey("presentation.id", ondelete="CASCADE"))
    sequence: Mapped[int]
    fields: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class Answer(Base):
    """An answer, only ever added. `value` is the answer given, None when the student passed."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("presentation_id", "revision"),
        CheckConstraint(f"outcome IN {OUTCOMES}", name="outcome_known"),
        CheckConstraint("revision > 0", name="revision_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    presentation_id: Mapped[int] = mapped_column(ForeignKey("presentation.id", ondelete="CASCADE"))
    revision: Mapped[int] = mapped_column(default=1)
    fields: Mapped[dict[str, Any]]
    value: Mapped[Any] = mapped_column(JSON)
    outcome: Mapped[str] = mapped_column(String(10))
    mistake: Mapped[str | None] = mapped_column(String(60))
    duration_ms: Mapped[int | None]
    created_at: Mapped[datetime]
