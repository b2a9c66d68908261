"""Failed attempts at identity, counted by what was attempted, never by address."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.domain.errors import TooFast
from webapp.models import IdentityAttempt

WINDOW = timedelta(minutes=5)
KEPT = timedelta(days=1)
ALLOWED = {"learner": 5, "login": 8, "match": 5, "code": 100, "move": 30}


def learner_subject(learner_id: object) -> str:
    """The secret of one student."""
    return f"learner:{learner_id}"


def login_subject(login: str) -> str:
    """The password of one account, existing or not."""
    return f"login:{login[:120]}"


def code_subject(code: str) -> str:
    """All that is tried under one code: a whole school may share it."""
    return f"code:{code[:20]}"


def match_subject(code: str, name: str) -> str:
    """The birth date of one name under one code."""
    return f"match:{code}:{name[:120]}"


def refuse_when_too_many(session: Session, *subjects: str) -> None:
    """Raise TooFast, with how long to wait, when one of these failed too often lately."""
    for subject in subjects:
        allowed = ALLOWED[subject.partition(":")[0]]
        now = datetime.now(UTC)
        failures = session.scalars(
            select(IdentityAttempt.failed_at)
            .where(IdentityAttempt.subject == subject, IdentityAttempt.failed_at > now - WINDOW)
            .order_by(IdentityAttempt.failed_at.desc())
            .limit(allowed)
        ).all()
        if len(failures) == allowed:
            raise _too_fast(subject, failures[-1] + WINDOW - now)


def record_failure(session: Session, *subjects: str) -> None:
    """Count one failure for each of these; forget those older than a day."""
    now = datetime.now(UTC)
    session.execute(delete(IdentityAttempt).where(IdentityAttempt.failed_at < now - KEPT))
    session.add_all(IdentityAttempt(subject=subject, failed_at=now) for subject in subjects)


def forget_failures(session: Session, subject: str) -> None:
    """Start afresh, after a success or a teacher's unlocking."""
    session.execute(delete(IdentityAttempt).where(IdentityAttempt.subject == subject))


def _too_fast(subject: str, wait: timedelta) -> TooFast:
    seconds = max(1, round(wait.total_seconds()))
    minutes = -(-seconds // 60)
    unit = "minutes" if minutes > 1 else "minute"
    message = f"Trop d’essais : il faut attendre {minutes} {unit} avant de recommencer."
    if subject.startswith("learner:"):  # the only ones a teacher can unlock
        message = (
            f"Trop d’essais. Attends {minutes} {unit}, ou demande à ton enseignant de te débloquer."
        )
    return TooFast(message, retry_after=seconds)
