"""A student, on a school's list or not."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base


class Learner(Base):
    """A student.

    `match_key` is the folded « last first » name by which a student is found; `sort_key`
    orders names alike on every database. `secret_hash` (argon2id) is empty until the student
    chooses one, or after a teacher's unlocking. `session_epoch` grows to end open sessions.
    `extra_time` is what is added to every limit, in percent (« tiers temps » is 33).
    """

    __tablename__ = "learner"
    __table_args__ = (
        CheckConstraint(
            "classroom_id IS NULL OR organization_id IS NOT NULL", name="class_has_school"
        ),
        CheckConstraint("extra_time BETWEEN 0 AND 100", name="extra_time_percent"),
        UniqueConstraint("organization_id", "national_id"),
        Index("ix_learner_organization_id_match_key", "organization_id", "match_key"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE")
    )
    classroom_id: Mapped[int | None] = mapped_column(
        ForeignKey("classroom.id", ondelete="SET NULL"), index=True
    )
    first_name: Mapped[str] = mapped_column(String(80))
    last_name: Mapped[str] = mapped_column(String(80))
    birth_date: Mapped[date | None]
    national_id: Mapped[str | None] = mapped_column(String(20))
    sort_key: Mapped[str] = mapped_column(String(200))
    match_key: Mapped[str] = mapped_column(String(200))
    secret_hash: Mapped[str | None] = mapped_column(String(200))
    secret_set_at: Mapped[datetime | None]
    session_epoch: Mapped[int] = mapped_column(default=0)
    extra_time: Mapped[int] = mapped_column(default=0)
    display: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]

    @property
    def off_list(self) -> bool:
        """Whether no school has them on a list: without an account, only a cookie knows them."""
        return self.classroom_id is None and self.birth_date is None
