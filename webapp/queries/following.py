"""Who stands where in a campaign, now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from webapp.engine.fit import Fit
from webapp.models import (
    Answer,
    Assessment,
    Campaign,
    Draft,
    IdentityAttempt,
    Learner,
    Participation,
    Presentation,
)

LATELY = timedelta(minutes=5)


@dataclass(frozen=True)
class Standing:
    """One student: expected or not, and how far.

    `failures` counts the wrong secrets of the last five minutes; `last_at` is the last thing the
    server received (an answer, a draft) or gave (a question). `fit` says how the answers of a
    finished test go together.
    """

    learner_id: UUID
    first_name: str
    last_name: str
    birth_date: date | None
    listed: bool
    has_secret: bool
    entered_at: datetime | None
    finished_at: datetime | None
    budget: int
    answered: int
    last_at: datetime | None
    failures: int = 0
    fit: Fit | None = None


def standings(session: Session, campaign: Campaign) -> list[Standing]:
    """Every student of the campaign, by last name: those on its list, and those who came in."""
    rows = session.execute(_rows(campaign)).all()
    failures = _failures(session, [row.id for row in rows])
    fits = _fits(session, [row.test_id for row in rows if row.finished_at is not None])
    return [
        Standing(
            learner_id=row.id,
            first_name=row.first_name,
            last_name=row.last_name,
            birth_date=row.birth_date,
            listed=row.classroom_id == campaign.classroom_id or campaign.access != "class",
            has_secret=row.has_secret,
            entered_at=row.entered_at,
            finished_at=row.finished_at,
            budget=row.budget or 0,
            answered=row.answered,
            last_at=max(filter(None, (row.asked_at, row.answered_at, row.saved_at)), default=None),
            failures=failures.get(row.id, 0),
            fit=Fit(**fits[row.test_id]) if row.test_id in fits else None,
        )
        for row in rows
    ]


def _rows(campaign: Campaign) -> Select[*tuple[object, ...]]:
    return (
        select(
            Learner.id,
            Learner.first_name,
            Learner.last_name,
            Learner.birth_date,
            Learner.classroom_id,
            Learner.secret_hash.is_not(None).label("has_secret"),
            Participation.created_at.label("entered_at"),
            Assessment.id.label("test_id"),
            Assessment.finished_at,
            Assessment.budget,
            func.count(Answer.id).label("answered"),
            func.max(Presentation.created_at).label("asked_at"),
            func.max(Answer.created_at).label("answered_at"),
            func.max(Draft.saved_at).label("saved_at"),
        )
        .outerjoin(
            Participation,
            (Participation.learner_id == Learner.id) & (Participation.campaign_id == campaign.id),
        )
        .outerjoin(Assessment, Assessment.participation_id == Participation.id)
        .outerjoin(Presentation, Presentation.assessment_id == Assessment.id)
        .outerjoin(Answer, (Answer.presentation_id == Presentation.id) & (Answer.revision == 1))
        .outerjoin(Draft, Draft.presentation_id == Presentation.id)
        .where(_expected(campaign))
        .group_by(
            Learner.id,
            Participation.created_at,
            Assessment.id,
            Assessment.finished_at,
            Assessment.budget,
        )
        .order_by(Learner.sort_key)
    )


def _expected(campaign: Campaign) -> ColumnElement[bool]:
    came = Participation.id.is_not(None)
    if campaign.access != "class":
        return came
    return or_(came, Learner.classroom_id == campaign.classroom_id)


def _fits(session: Session, test_ids: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """Apart, since PostgreSQL groups by no JSON."""
    if not test_ids:
        return {}
    rows = session.execute(
        select(Assessment.id, Assessment.fit).where(
            Assessment.id.in_(test_ids), Assessment.fit.is_not(None)
        )
    )
    return {test: fit for test, fit in rows if fit}


def _failures(session: Session, learner_ids: list[UUID]) -> dict[UUID, int]:
    subjects = {f"learner:{one}": one for one in learner_ids}
    rows = session.execute(
        select(IdentityAttempt.subject, func.count())
        .where(
            IdentityAttempt.subject.in_(subjects),
            IdentityAttempt.failed_at > datetime.now(UTC) - LATELY,
        )
        .group_by(IdentityAttempt.subject)
    )
    return {subjects[subject]: count for subject, count in rows}
