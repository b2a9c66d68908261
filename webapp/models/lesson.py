"""The tutorials that students say they finished."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base


class FinishedTutorial(Base):
    """« J’ai terminé »: a tutorial and its topic, dated the first time."""

    __tablename__ = "finished_tutorial"
    __table_args__ = (UniqueConstraint("learner_id", "tutorial"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(ForeignKey("learner.id", ondelete="CASCADE"))
    tutorial: Mapped[str] = mapped_column(String(60))
    topic: Mapped[str] = mapped_column(String(60))
    finished_at: Mapped[datetime]
