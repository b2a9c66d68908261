"""Who is there: a secret of four digits, or a name and a birth date found in the school."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from webapp.domain.errors import OutOfTurn
from webapp.models import Campaign, Learner
from webapp.queries.learners import born_on, learner_in
from webapp.services import attempts, names, passwords

WRONG_DIGITS = (
    "Ce n’est pas ce secret. Vérifie que c’est bien ton prénom, puis réessaie. "
    "Oublié ? Lève la main : ton enseignant te débloque en un geste."
)
NOT_FOUND = (
    "Nous ne te trouvons pas. Écris ton nom comme sur ta carte de cantine, vérifie ta date de "
    "naissance, ou demande à ton enseignant."
)
AMBIGUOUS = (
    "Deux élèves se ressemblent trop pour choisir. Écris ton nom en entier, comme sur ta carte "
    "de cantine, ou demande à ton enseignant."
)


class SecretJustChanged(OutOfTurn):
    """The secret was set or removed while this one was being typed."""

    message = "Ce prénom vient d’être pris ou débloqué. Reviens à la liste et recommence."


@dataclass(frozen=True)
class Proof:
    """What a typed secret shows, worked out before any transaction.

    `kept` is the hash it was compared with (None: the secret is being set, its hash is `fresh`).
    """

    secret: str = field(repr=False)
    kept: str | None
    accepted: bool
    fresh: str | None = None


@dataclass(frozen=True)
class Match:
    """The student that a name and a birth date designate, or why nobody is."""

    learner_id: UUID | None = None
    error: str = ""


def ask_secret(session: Session, campaign: Campaign, learner_id: UUID | None) -> Learner:
    """The student whose secret is being typed; LearnerNotFound, or TooFast after five failures."""
    learner = learner_in(session, campaign, learner_id)
    attempts.refuse_when_too_many(session, attempts.learner_subject(learner_id))
    return learner


def proof(secret: str, kept: str | None) -> Proof:
    """What this secret shows. Slow on purpose: call it outside of transactions."""
    if kept is None:
        return Proof(secret, None, accepted=True, fresh=passwords.hashed(secret))
    return Proof(secret, kept, accepted=passwords.matches(secret, kept))


def identified(
    session: Session, campaign: Campaign, learner_id: UUID | None, shown: Proof
) -> Learner | None:
    """The student whose secret was shown, set now if they had none; None when it is wrong.

    A wrong secret counts as a failed attempt. SecretJustChanged when it moved meanwhile.
    """
    learner = ask_secret(session, campaign, learner_id)
    subject = attempts.learner_subject(learner.id)
    if not _holds(session, learner, shown):
        attempts.record_failure(session, subject)
        return None
    attempts.forget_failures(session, subject)
    return learner


def _holds(session: Session, learner: Learner, shown: Proof) -> bool:
    """Whether the secret is theirs, set now if they had none.

    Two clicks set the same secret twice: the second finds the first, and only then compares
    inside the transaction.
    """
    if shown.fresh is not None and _set_first(session, learner, shown.fresh):
        return True
    if shown.fresh is None and learner.secret_hash == shown.kept:
        return shown.accepted
    if not passwords.matches(shown.secret, learner.secret_hash):
        raise SecretJustChanged
    return True


def _set_first(session: Session, learner: Learner, fresh: str) -> bool:
    """Set the secret if there is none, whoever else is setting it at this moment."""
    done = session.execute(
        update(Learner)
        .where(Learner.id == learner.id, Learner.secret_hash.is_(None))
        .values(secret_hash=fresh, secret_set_at=datetime.now(UTC))
        .returning(Learner.id)
        .execution_options(synchronize_session=False)
    ).first()
    session.refresh(learner)
    return done is not None


def unlock(session: Session, learner: Learner) -> None:
    """Forget the secret of a student and end their sessions: they will choose another one."""
    learner.secret_hash = learner.secret_set_at = None
    learner.session_epoch += 1
    attempts.forget_failures(session, attempts.learner_subject(learner.id))


def matched(
    session: Session, campaign: Campaign, *, first_name: str, last_name: str, birth_date: date
) -> Match:
    """Who of the school this is, accents, case and small slips forgiven; failures are counted."""
    subjects = (
        attempts.match_subject(
            campaign.code, names.match_key(first_name=first_name, last_name=last_name)
        ),
        attempts.code_subject(campaign.code),
    )
    attempts.refuse_when_too_many(session, *subjects)
    candidates = born_on(session, campaign.organization_id, birth_date)
    found = alike(candidates, first_name=first_name, last_name=last_name)
    if len(found) == 1:
        return Match(found[0].id)
    attempts.record_failure(session, *subjects)
    return Match(error=AMBIGUOUS if found else NOT_FOUND)


def alike(candidates: Sequence[Learner], *, first_name: str, last_name: str) -> list[Learner]:
    """Those of this name, by the strictest comparison that finds anybody."""
    for compare in (names.same, _same_or_part, _close):
        for first, last in ((first_name, last_name), (last_name, first_name)):
            found = [one for one in candidates if _named(one, first, last, compare)]
            if found:
                return found
    return []


def _named(one: Learner, first: str, last: str, compare: Callable[[str, str], bool]) -> bool:
    return compare(first, one.first_name) and compare(last, one.last_name)


def _same_or_part(typed: str, kept: str) -> bool:
    return names.same(typed, kept) or names.part_of(typed, kept)


def _close(typed: str, kept: str) -> bool:
    return _same_or_part(typed, kept) or names.close(typed, kept)
