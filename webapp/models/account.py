"""People who sign in with a name and a password."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base

ROLES = ("student", "teacher", "head", "admin")


class Account(Base):
    """An account; `login` is folded (lower case, no accent), `role` one of ROLES.

    A student's account has a learner; a teacher's and a head's have a school.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(f"role IN {ROLES}", name="role_known"),
        CheckConstraint("(role = 'student') = (learner_id IS NOT NULL)", name="student_learner"),
        CheckConstraint(
            "role NOT IN ('teacher', 'head') OR organization_id IS NOT NULL", name="staff_school"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(120), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(120))
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE")
    )
    learner_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("learner.id", ondelete="CASCADE"), unique=True
    )
    session_epoch: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
