"""How often each challenge is given in a school: counts, once for each finished test."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base


class ExposureCount(Base):
    """In how many tests of a school a challenge could be asked, and in how many it was.

    A copy: the finished tests say the same.
    """

    __tablename__ = "exposure_count"
    __table_args__ = (CheckConstraint("given >= 0 AND eligible >= 0", name="counts_positive"),)

    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), primary_key=True
    )
    challenge: Mapped[str] = mapped_column(String(60), primary_key=True)
    eligible: Mapped[int]
    given: Mapped[int]
