"""Accounts, by login."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.errors import NotFound
from webapp.models import Account, Organization


def find_account(session: Session, login: str) -> Account | None:
    """The account of this login, disabled or not."""
    return session.scalar(select(Account).where(Account.login == login))


def login_taken(session: Session, login: str) -> bool:
    """Whether an account has this login, disabled or not."""
    return session.scalar(select(Account.id).where(Account.login == login)) is not None


def schools_of(session: Session, *, organization_id: int | None) -> Sequence[Organization]:
    """The school of this number alone, or every one by name when None."""
    query = select(Organization).order_by(Organization.name)
    if organization_id is not None:
        query = query.where(Organization.id == organization_id)
    return session.scalars(query).all()


def staff_of(session: Session, *, organization_id: int | None) -> Sequence[Account]:
    """The adults of a school (of all when None), by name."""
    query = select(Account).where(Account.role != "student").order_by(Account.name)
    if organization_id is not None:
        query = query.where(Account.organization_id == organization_id)
    return session.scalars(query).all()


class AccountNotFound(NotFound):
    """No such account among the staff."""

    message = "Ce compte n’existe pas."


def staff_account(session: Session, account_id: int, *, besides: int | None) -> Account:
    """The account of another adult than this one; AccountNotFound for a student’s or none."""
    found = session.scalar(
        select(Account).where(
            Account.id == account_id, Account.role != "student", Account.id != besides
        )
    )
    if found is None:
        raise AccountNotFound
    return found
