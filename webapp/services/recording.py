"""The tests of the database as a calibration reads them, each from where its student stood."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.engine.bank import ItemBank
from webapp.engine.calibration.evidence import Past, Record
from webapp.engine.state import Step
from webapp.models import (
    Answer,
    Assessment,
    Campaign,
    Organization,
    Participation,
    Presentation,
    table,
)
from webapp.queries.history import Met
from webapp.services.measuring import LONG_AGO, YEAR, runs


def recorded_tests(session: Session, bank: ItemBank, *, school: str | None = None) -> list[Record]:
    """The tests of all campaigns, in an order that tells nothing.

    Practices are no tests, but like earlier tests they are part of what came before one. Those of
    `school` (its UAI) are group 1, for the fairness of challenges. What left the bank since is
    ignored.
    """
    found: list[tuple[Any, Record]] = []
    for _, rows in groupby(session.execute(_ANSWERS), key=lambda row: row.learner_id):
        answered = [row for row in rows if row.challenge in bank.item_index]
        for row in {row.id: row for row in answered if row.kind == "campaign"}.values():
            found.append((row.id, _record(bank, answered, row, school)))
    return [record for _, record in sorted(found, key=lambda one: one[0])]  # ids drawn at random


def _record(bank: ItemBank, answered: Sequence[Any], test: Any, school: str | None) -> Record:
    mine = sorted((row for row in answered if row.id == test.id), key=lambda row: row.number)
    known = [
        Met(row.id, row.challenge, row.outcome, row.at)
        for row in answered
        if row.id != test.id and row.at < test.created_at
    ]
    lessons = [
        (topic, datetime.fromisoformat(at))
        for topic, at in test.opening.get("lessons", ())
        if topic in bank.topics
    ]
    return Record(
        steps=tuple(Step(row.challenge, row.outcome) for row in mine),
        group=int(test.uai == school),
        past=_past(bank, known, lessons, test.created_at),
    )


def _past(
    bank: ItemBank,
    known: Iterable[Met],
    lessons: Sequence[tuple[str, datetime]],
    began: datetime,
) -> tuple[Past, ...]:
    """What came before a test, as the test itself was opened with it."""
    found = runs(bank, known)
    starts = [*(run.began for run in found), began]
    before = _finished(lessons, LONG_AGO, starts[0])
    past = [Past((), 0.0, before)] if before else []
    for run, until in zip(found, starts[1:], strict=True):
        years = max(0.0, (until - run.ended) / YEAR)
        past.append(Past(run.steps, years, _finished(lessons, run.ended, until)))
    return tuple(past)


def _finished(
    lessons: Iterable[tuple[str, datetime]], since: datetime, until: datetime
) -> tuple[str, ...]:
    return tuple(sorted({topic for topic, at in lessons if since <= at < until}))


_TEST, _ASKED, _ANSWER = (table(each) for each in (Assessment, Presentation, Answer))
_ANSWERS = (
    select(
        *(_TEST.c.id, _TEST.c.learner_id, _TEST.c.kind, _TEST.c.created_at, _TEST.c.opening),
        *(_ASKED.c.challenge, _ASKED.c.number, _ANSWER.c.outcome, Organization.uai),
        _ANSWER.c.created_at.label("at"),
    )
    .join_from(_TEST, _ASKED, _ASKED.c.assessment_id == _TEST.c.id)
    .join(_ANSWER, (_ANSWER.c.presentation_id == _ASKED.c.id) & (_ANSWER.c.revision == 1))
    .outerjoin(Participation, Participation.id == _TEST.c.participation_id)
    .outerjoin(Campaign, Campaign.id == Participation.campaign_id)
    .outerjoin(Organization, Organization.id == Campaign.organization_id)
    .order_by(_TEST.c.learner_id, _ANSWER.c.id)
)
