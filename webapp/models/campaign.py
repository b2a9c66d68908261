"""A campaign: a journey proposed to a class or a school, and who takes part."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base

ACCESSES = ("class", "school", "open")
SHORTEST, LONGEST = 5, 300  # minutes of a test that has a limit


class Campaign(Base):
    """A journey with a code.

    `access` says who may enter: « class » (choose your name in the class list), « school »
    (name and birth date matched to the school), « open » (a name, no list); `guests` lets
    somebody who is missing from the list in all the same. Bank and parameter versions are frozen
    when it is created. `minutes` is how long a test may last, from its first question; None is
    as long as one wants.
    """

    __tablename__ = "campaign"
    __table_args__ = (
        CheckConstraint(f"access IN {ACCESSES}", name="access_known"),
        CheckConstraint("access <> 'class' OR classroom_id IS NOT NULL", name="class_access"),
        CheckConstraint("length(code) = 9", name="code_length"),
        CheckConstraint(f"minutes BETWEEN {SHORTEST} AND {LONGEST}", name="minutes_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(9), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    journey: Mapped[str] = mapped_column(String(60))
    access: Mapped[str] = mapped_column(String(10))
    checkpoints: Mapped[bool] = mapped_column(default=True)
    guests: Mapped[bool] = mapped_column(default=False)
    minutes: Mapped[int | None]
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    classroom_id: Mapped[int | None] = mapped_column(ForeignKey("classroom.id", ondelete="CASCADE"))
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    bank_version_id: Mapped[int | None] = mapped_column(ForeignKey("bank_version.id"))
    parameter_version_id: Mapped[int | None] = mapped_column(ForeignKey("parameter_version.id"))
    created_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class Participation(Base):
    """A learner in a campaign; `sent_at` when the teacher receives it, with its receipt code."""

    __tablename__ = "participation"
    __table_args__ = (
        UniqueConstraint("campaign_id", "learner_id"),
        CheckConstraint("(sent_at IS NULL) = (receipt IS NULL)", name="receipt_when_sent"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    learner_id: Mapped[UUID] = mapped_column(
        ForeignKey("learner.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    receipt: Mapped[str | None] = mapped_column(String(8), unique=True)
