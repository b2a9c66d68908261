"""What a student was asked and how it ended, in this test and in all the others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.verdict import Outcome
from webapp.models import Answer, Assessment, Presentation, table

REMEMBERED = timedelta(days=365)


class Met(NamedTuple):
    """One answered challenge: of which test, and how it ended."""

    assessment_id: UUID
    challenge: str
    outcome: Outcome
    at: datetime


@dataclass(frozen=True)
class History:
    """All that a student answered, oldest first, seen from one test.

    `presented` counts how often each challenge was put before them, ever; `open_elsewhere` are
    those that wait for an answer in other tests.
    """

    assessment_id: UUID
    answered: tuple[Met, ...]
    presented: Mapping[str, int]
    open_elsewhere: frozenset[str] = frozenset()

    @property
    def here(self) -> tuple[Met, ...]:
        """The answers of this test."""
        return tuple(each for each in self.answered if each.assessment_id == self.assessment_id)

    def known_at(self, moment: datetime) -> tuple[Met, ...]:
        """The answers of other tests before this moment."""
        return tuple(
            each
            for each in self.answered
            if each.assessment_id != self.assessment_id and each.at < moment
        )

    def seen_at(self, moment: datetime) -> frozenset[str]:
        """The challenges answered in other tests in the year before this moment."""
        known = self.known_at(moment)
        return frozenset(each.challenge for each in known if each.at >= moment - REMEMBERED)

    def seen_after(self, moment: datetime) -> frozenset[str]:
        """The challenges answered in other tests since this moment, or open in them now."""
        lately = (
            each.challenge
            for each in self.answered
            if each.assessment_id != self.assessment_id and each.at >= moment
        )
        return self.open_elsewhere.union(lately)


def history_of(session: Session, *, learner_id: UUID, assessment_id: UUID) -> History:
    """Everything this learner was asked, seen from one of their tests."""
    answered, presented, waiting = [], Counter[str](), set[str]()
    rows: Iterable[Any] = session.connection().execute(_HISTORY, {"learner": learner_id})
    for test, challenge, outcome, at in rows:
        presented[challenge] += 1
        if outcome is not None:
            answered.append(Met(test, challenge, outcome, at))
        elif test != assessment_id:
            waiting.add(challenge)
    return History(assessment_id, tuple(answered), presented, frozenset(waiting))


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
