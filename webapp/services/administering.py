"""Schools, and the accounts of their staff."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.models import Account, Organization
from webapp.services import codes


def school_known(session: Session, uai: str) -> bool:
    """Whether a school has this national number."""
    return session.scalar(select(Organization.id).where(Organization.uai == uai)) is not None


def create_school(session: Session, *, uai: str, name: str) -> Organization:
    """A new school."""
    school = Organization(uai=uai, name=name, created_at=datetime.now(UTC))
    session.add(school)
    session.flush()
    return school


def first_password() -> str:
    """A password to be handed over on paper: twelve characters in groups of four."""
    fresh = codes.fresh_code(12).lower()
    return "-".join(fresh[start : start + 4] for start in range(0, 12, 4))


def set_password(account: Account, password_hash: str) -> None:
    """Another password; the sessions open with the old one end."""
    account.password_hash = password_hash
    account.session_epoch += 1


def set_disabled(account: Account, *, disabled: bool) -> None:
    """Close an account, or open it again; its sessions end either way."""
    account.disabled_at = datetime.now(UTC) if disabled else None
    account.session_epoch += 1
