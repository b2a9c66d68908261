"""Accounts: a login and a password, for adults and for students who want one."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.errors import DomainError
from webapp.models import Account, Learner
from webapp.queries.accounts import find_account, login_taken
from webapp.services import attempts, names
from webapp.services.joining import Guest, new_learner

TAKEN = "Cet identifiant est déjà pris. Ajoutes-y un chiffre ou un mot."
WRONG = "Identifiant ou mot de passe inconnu : il faut vérifier les deux, puis recommencer."


class LoginTaken(DomainError):
    """Somebody has this login already."""

    message = TAKEN


class AccountClosed(DomainError):
    """The password is right, and the account opens nothing any more: only those of adults close."""

    message = "Ce compte est fermé : adressez-vous à la personne qui administre Azimut."


@dataclass(frozen=True)
class NewAccount:
    """An account to be made; its password is hashed already."""

    login: str
    password_hash: str
    name: str
    role: str = "student"
    organization_id: int | None = None


def login_key(typed: str) -> str:
    """A login as it is kept: no accent, no capital, no space."""
    decomposed = unicodedata.normalize("NFKD", typed.casefold())
    return "".join(c for c in decomposed if not (c.isspace() or unicodedata.combining(c)))[:120]


def kept_hash(session: Session, login: str) -> str | None:
    """The hash to compare a password with; TooFast after eight failures in five minutes."""
    attempts.refuse_when_too_many(session, attempts.login_subject(login))
    account = find_account(session, login)
    return account.password_hash if account else None


def signed_in(session: Session, login: str, *, accepted: bool) -> Account | None:
    """The account whose password was right, or None; a wrong one counts as a failed attempt.

    AccountClosed when it was closed.
    """
    subject = attempts.login_subject(login)
    account = find_account(session, login) if accepted else None
    if account is None:
        attempts.refuse_when_too_many(session, subject)
        attempts.record_failure(session, subject)
        return None
    if account.disabled_at is not None:
        raise AccountClosed
    attempts.forget_failures(session, subject)
    return account


def create_student_account(session: Session, new: NewAccount, learner_id: UUID | None) -> Account:
    """An account for a student: the one signed in here if they have none, else a new learner.

    LoginTaken when somebody has this login.
    """
    learner = session.get(Learner, learner_id) if learner_id else None
    if learner is None or _has_account(session, learner.id):
        learner = new_learner(Guest(new.name), organization_id=None)
        session.add(learner)
        session.flush()
    return create_account(session, new, learner_id=learner.id)


def create_account(session: Session, new: NewAccount, *, learner_id: UUID | None = None) -> Account:
    """A new account; LoginTaken when somebody has this login."""
    if login_taken(session, new.login):
        raise LoginTaken
    account = Account(
        login=new.login,
        password_hash=new.password_hash,
        role=new.role,
        name=names.tidy(new.name),
        organization_id=new.organization_id,
        learner_id=learner_id,
        created_at=datetime.now(UTC),
    )
    session.add(account)
    session.flush()
    return account


def _has_account(session: Session, learner_id: UUID) -> bool:
    return session.scalar(select(Account.id).where(Account.learner_id == learner_id)) is not None
