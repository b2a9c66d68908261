"""Which bank and which engine parameters an answer was given under."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.models.base import Base


class BankVersion(Base):
    """A state of the content, by the digest of all its files."""

    __tablename__ = "bank_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    first_seen_at: Mapped[datetime]


class ParameterVersion(Base):
    """A set of item parameters; an empty document means the authors' levels and the formats."""

    __tablename__ = "parameter_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    parameters: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
