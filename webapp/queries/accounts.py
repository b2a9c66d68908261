"""Accounts, by login."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.models import Account, Organization


def find_account(session: Session, login: str) -> Account | None:
    """The account of this login, unless it was disabled."""
    return session.scalar(
        select(Account).where(Account.login == login, Account.disabled_at.is_(None))
    )


def login_taken(session: Session, login: str) -> bool:
    """Whether an account has this login, disabled or not."""
    return session.scalar(select(Account.id).where(Account.login == login)) is not None


def schools(session: Session) -> Sequence[Organization]:
    """Every school, by name."""
    return session.scalars(select(Organization).order_by(Organization.name)).all()


def staff_of(session: Session, organization_id: int | None = None) -> Sequence[Account]:
    """The adults of a school (of all when None), by name."""
    query = select(Account).where(Account.role != "student").order_by(Account.name)
    if organization_id is not None:
        query = query.where(Account.organization_id == organization_id)
    return session.scalars(query).all()
