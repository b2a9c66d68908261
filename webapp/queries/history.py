"""What a student was asked and how it ended, in this test and in all the others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, select
from sqlalchemy.orm import Session

from webapp.domain.verdict import Outcome
from webapp.models import Answer, Assessment, Presentation, table
from webapp.models.base import in_utc
from webapp.queries.gathering import gathered

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
        return self._parted[0]

    def with_answer(self, challenge: str, outcome: Outcome, at: datetime) -> "History":
        """The same after one more answer of this test."""
        met = Met(self.assessment_id, challenge, outcome, at)
        return replace(self, answered=(*self.answered, met))

    def known_at(self, moment: datetime) -> tuple[Met, ...]:
        """The answers of other tests before this moment."""
        return tuple([each for each in self._parted[1] if each.at < moment])

    def seen_at(self, moment: datetime) -> frozenset[str]:
        """The challenges answered in other tests in the year before this moment."""
        known = self.known_at(moment)
        return frozenset(each.challenge for each in known if each.at >= moment - REMEMBERED)

    def seen_after(self, moment: datetime) -> frozenset[str]:
        """The challenges answered in other tests since this moment, or open in them now."""
        lately = (each.challenge for each in self._parted[1] if each.at >= moment)
        return self.open_elsewhere.union(lately)

    @cached_property
    def _parted(self) -> tuple[tuple[Met, ...], tuple[Met, ...]]:
        """The answers of this test, and those of the others."""
        mine = [each for each in self.answered if each.assessment_id == self.assessment_id]
        others = [each for each in self.answered if each.assessment_id != self.assessment_id]
        return tuple(mine), tuple(others)


def history_of(session: Session, *, learner_id: UUID, assessment_id: UUID) -> History:
    """Everything this learner was asked, seen from one of their tests."""
    rows: Any = session.connection().execute(_HISTORY, {"learner": learner_id})
    return _history(rows, assessment_id)


def history_of_rows(rows: Iterable[list[Any]], *, assessment_id: UUID) -> History:
    """The same, from what `told` selects."""
    ids: dict[str, UUID] = {}
    read = []
    for _, test, challenge, outcome, at in sorted(rows, key=_number):
        known = ids.get(test) or ids.setdefault(test, UUID(test))
        read.append((known, challenge, outcome, at and in_utc(datetime.fromisoformat(at))))
    return _history(read, assessment_id)


def told(learner: ColumnElement[UUID]) -> ScalarSelect[list[list[Any]]]:
    """All that a learner was asked as one value, to join a larger statement."""
    test, asked, answer = (each.alias() for each in (_TEST, _ASKED, _ANSWER))
    return (
        select(
            gathered(
                *(answer.c.id, asked.c.assessment_id, asked.c.challenge),
                *(answer.c.outcome, answer.c.created_at),
            )
        )
        .select_from(
            test.join(asked, asked.c.assessment_id == test.c.id).outerjoin(
                answer, answer.c.presentation_id == asked.c.id
            )
        )
        .where(test.c.learner_id == learner)
        .scalar_subquery()
    )


def _history(rows: Iterable[tuple[UUID, str, Outcome | None, Any]], here: UUID) -> History:
    answered, presented, waiting = [], Counter[str](), set[str]()
    for test, challenge, outcome, at in rows:
        presented[challenge] += 1
        if outcome is not None:
            answered.append(Met(test, challenge, outcome, at))
        elif test != here:
            waiting.add(challenge)
    return History(here, tuple(answered), presented, frozenset(waiting))


def _number(row: list[Any]) -> int:
    """The order of the answers; what waits for one has no place among them."""
    return row[0] or 0


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
