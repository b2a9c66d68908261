"""Tests as their owner meets them: the test itself, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain.errors import NotFound
from webapp.models import Answer, Assessment, Draft, Presentation, table
from webapp.queries.presentations import ASKED, Asked, asked_of_row

CHECKPOINT_EVERY = 5  # answers


class AssessmentNotFound(NotFound):
    """No such test, or somebody else's."""

    message = "Ce test n’existe pas, ou n’est pas à toi."


@dataclass(frozen=True)
class Sitting:
    """A test of one student; `scope` maps each topic to the highest level asked.

    `checkpoint_seen` is the number of answers whose corrections were already shown, `room` is
    shared by those who sit it together, `opening` is what its start met, `ends_at` is when the
    hour of a limited test is over.
    """

    id: UUID
    learner_id: UUID
    participation_id: int | None
    kind: str
    title: str
    journey: str | None
    scope: Mapping[str, int]
    budget: int
    checkpoints: bool
    checkpoint_seen: int
    created_at: datetime
    finished_at: datetime | None
    room: str | None = None
    opening: Mapping[str, Any] = field(default_factory=dict)
    parameter_version_id: int | None = None
    ends_at: datetime | None = None

    @property
    def practice(self) -> bool:
        """Whether it is a practice: corrected at once, never sent to anyone."""
        return self.kind == "practice"

    def seconds_left(self, now: datetime) -> float | None:
        """Until the hour is over, negative afterwards; None when there is no limit."""
        return None if self.ends_at is None else (self.ends_at - now).total_seconds()

    def checkpoint_due(self, answered: int) -> bool:
        """Whether corrections are to be shown before the next question."""
        if not self.checkpoints or self.finished_at is not None:
            return False
        return answered - answered % CHECKPOINT_EVERY > self.checkpoint_seen


@dataclass(frozen=True)
class Saved:
    """What was being typed, as the server has it."""

    revision: int
    fields: Mapping[str, list[str]]
    saved_at: datetime


@dataclass(frozen=True)
class Turn:
    """Where a test stands: the question now open, or None when all are answered.

    `answered` counts the answers given; `draft` is what was being typed in the open question.
    """

    sitting: Sitting
    asked: Asked | None
    answered: int = 0
    draft: Saved | None = None

    @property
    def checkpoint_due(self) -> bool:
        """Whether corrections come before the open question."""
        return self.sitting.checkpoint_due(self.answered)

    @property
    def to_begin(self) -> bool:
        """Whether the first question waits, and nobody has said « Je commence »."""
        return not self.answered and self.asked is not None and self.asked.opened_at is None


def sitting_of(session: Session, *, learner_id: UUID, assessment_id: UUID) -> Sitting:
    """The test of this learner; AssessmentNotFound when it is not theirs."""
    bound = {"learner": learner_id, "assessment": assessment_id}
    row = session.connection().execute(_SITTING, bound).first()
    if row is None:
        raise AssessmentNotFound
    return Sitting(*row)


def turn_of(session: Session, *, learner_id: UUID, assessment_id: UUID) -> Turn:
    """Where the test of this learner stands; AssessmentNotFound when it is not theirs."""
    bound = {"learner": learner_id, "assessment": assessment_id}
    row = session.connection().execute(_TURN, bound).first()
    if row is None:
        raise AssessmentNotFound
    return _turn(row)


def turn_for_staff(session: Session, *, assessment_id: UUID) -> Turn | None:
    """Where a test stands, whoever takes it; None when there is no such test."""
    row = session.connection().execute(_ANY_TURN, {"assessment": assessment_id}).first()
    return None if row is None else _turn(row)


def asked_with_key(
    session: Session, *, learner_id: UUID, assessment_id: UUID, key: str
) -> tuple[Sitting, Asked]:
    """The question of this one-time key and its test; AssessmentNotFound when there is none."""
    bound = {"learner": learner_id, "assessment": assessment_id, "key": key}
    return _pair(session.connection().execute(_BY_KEY, bound).first())


def asked_with_number(
    session: Session, *, learner_id: UUID, assessment_id: UUID, number: int
) -> tuple[Sitting, Asked]:
    """The n-th question of this test; AssessmentNotFound when there is none."""
    bound = {"learner": learner_id, "assessment": assessment_id, "number": number}
    return _pair(session.connection().execute(_BY_NUMBER, bound).first())


def open_practice(session: Session, *, learner_id: UUID, scope: Mapping[str, int]) -> UUID | None:
    """The unfinished practice of this learner on exactly this scope, if any; no self-check."""
    rows = session.execute(
        select(Assessment.id, Assessment.scope, Assessment.opening)
        .where(
            Assessment.learner_id == learner_id,
            Assessment.kind == "practice",
            Assessment.finished_at.is_(None),
        )
        .order_by(Assessment.created_at.desc())
    )
    wanted = dict(scope)
    return next(
        (id for id, theirs, opening in rows if theirs == wanted and "check" not in opening), None
    )


_TEST, _ASKED, _ANSWER, _DRAFT = (table(each) for each in (Assessment, Presentation, Answer, Draft))
_EVERY = _ASKED.alias()
SITTING = (
    _TEST.c.id,
    _TEST.c.learner_id,
    _TEST.c.participation_id,
    _TEST.c.kind,
    _TEST.c.title,
    _TEST.c.journey,
    _TEST.c.scope,
    _TEST.c.budget,
    _TEST.c.checkpoints,
    _TEST.c.checkpoint_seen,
    _TEST.c.created_at,
    _TEST.c.finished_at,
    _TEST.c.room,
    _TEST.c.opening,
    _TEST.c.parameter_version_id,
    _TEST.c.ends_at,
)
WIDTH = len(SITTING)
_ONE = _TEST.c.id == bindparam("assessment")
_MINE = _TEST.c.learner_id == bindparam("learner")
_LAST = (
    select(func.max(_EVERY.c.number))
    .where(_EVERY.c.assessment_id == _TEST.c.id)
    .correlate(_TEST)
    .scalar_subquery()
)
_OF_TEST = _ASKED.c.assessment_id == _TEST.c.id
_ANSWERED = _ANSWER.c.presentation_id == _ASKED.c.id
_SITTING: Select[Any] = select(*SITTING).where(_ONE, _MINE)
_ANY_TURN: Select[Any] = (
    select(*SITTING, *ASKED, _DRAFT.c.revision, _DRAFT.c.fields, _DRAFT.c.saved_at)
    .select_from(
        _TEST.outerjoin(_ASKED, _OF_TEST & (_ASKED.c.number == _LAST))
        .outerjoin(_ANSWER, _ANSWERED)
        .outerjoin(_DRAFT, _DRAFT.c.presentation_id == _ASKED.c.id)
    )
    .where(_ONE)
)
_TURN = _ANY_TURN.where(_MINE)
WITH_KEY = _ASKED.c.key == bindparam("key")
QUESTIONS: Select[Any] = (
    select(*SITTING, *ASKED)
    .select_from(_TEST.join(_ASKED, _OF_TEST).outerjoin(_ANSWER, _ANSWERED))
    .where(_ONE, _MINE)
)
_BY_KEY = QUESTIONS.where(WITH_KEY)
_BY_NUMBER = QUESTIONS.where(_ASKED.c.number == bindparam("number"))


def _turn(row: Row[Any]) -> Turn:
    sitting = Sitting(*row[:WIDTH])
    if row[WIDTH] is None:
        return Turn(sitting, None)
    last = asked_of_row(row[WIDTH : WIDTH + len(ASKED)])
    if last.answer is not None:
        return Turn(sitting, None, last.number)
    return Turn(sitting, last, last.number - 1, _saved(row))


def _pair(row: Row[Any] | None) -> tuple[Sitting, Asked]:
    if row is None:
        raise AssessmentNotFound
    return Sitting(*row[:WIDTH]), asked_of_row(row[WIDTH:])


def _saved(row: Row[Any]) -> Saved | None:
    revision, fields, saved_at = tuple(row)[-3:]
    return None if revision is None else Saved(revision, fields, saved_at)
