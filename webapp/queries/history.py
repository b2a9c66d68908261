"""What a student was asked and how it ended, in this test and in all the others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.verdict import Outcome
from webapp.models import Answer, Assessment, Presentation, table

REMEMBERED = timedelta(days=365)


@dataclass(frozen=True)
class Met:
    """One answered challenge: of which test, and how it ended."""

    assessment_id: UUID
    challenge: str
    outcome: Outcome
    at: datetime


@dataclass(frozen=True)
class History:
    """All that a student answered, oldest first, seen from one test.

    `presented` counts how often each challenge was put before them, ever.
    """

    assessment_id: UUID
    answered: tuple[Met, ...]
    presented: Mapping[str, int]

    @property
    def here(self) -> tuple[Met, ...]:
        """The answers of this test."""
        return tuple(each for each in self.answered if each.assessment_id == self.assessment_id)

    @property
    def before(self) -> tuple[Met, ...]:
        """The answers of other tests."""
        return tuple(each for each in self.answered if each.assessment_id != self.assessment_id)

    def seen_since(self, moment: datetime) -> frozenset[str]:
        """The challenges met in other tests since this moment."""
        return frozenset(each.challenge for each in self.before if each.at >= moment)


def history_of(session: Session, *, learner_id: UUID, assessment_id: UUID) -> History:
    """Everything this learner was asked, seen from one of their tests."""
    answered, presented = [], Counter[str]()
    rows: Iterable[Any] = session.connection().execute(_HISTORY, {"learner": learner_id})
    for test, challenge, outcome, at in rows:
        presented[challenge] += 1
        if outcome is not None:
            answered.append(Met(test, challenge, outcome, at))
    return History(assessment_id, tuple(answered), presented)


_ANSWER, _ASSESSMENT = Answer.__table__, Assessment.__table__
_PRESENTATION = Presentation.__table__
_TEST, _ASKED, _ANSWER = (table(each) for each in (Assessment, Presentation, Answer))
_HISTORY = (
    select(_ASKED.c.assessment_id, _ASKED.c.challenge, _ANSWER.c.outcome, _ANSWER.c.created_at)
    .select_from(
        _TEST.join(_ASKED, _ASKED.c.assessment_id == _TEST.c.id).outerjoin(
            _ANSWER, _ANSWER.c.presentation_id == _ASKED.c.id
        )
    )
    .where(_TEST.c.learner_id == bindparam("learner"))
    .order_by(_ANSWER.c.id)
)
