"""Questions as they were put before a student, with the answers they received."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, ScalarSelect, bindparam, func, select
from sqlalchemy.orm import Session

from webapp.domain import challenge
from webapp.domain.challenge import Question
from webapp.domain.materials import Json
from webapp.domain.verdict import Outcome
from webapp.models import Answer, EnvironmentAction, PreparedStatement, Presentation, table
from webapp.queries.gathering import gathered

UNREAD = 0  # the id of a question just put: it is known when the question is read back
Journal = list[dict[str, list[str]]]  # the gestures made in an environment, each as posted


@dataclass(frozen=True)
class Given:
    """An answer: what was posted, the value read (None for a pass), and what grading said."""

    fields: Mapping[str, list[str]]
    value: Json
    outcome: Outcome
    mistake: str | None
    at: datetime


@dataclass(frozen=True)
class Asked:
    """A question put before a student; `document` is all that was drawn, frozen."""

    id: int
    number: int
    key: str
    document: Mapping[str, Json]
    selection: Mapping[str, Json]
    opened_at: datetime | None
    answer: Given | None

    @cached_property
    def question(self) -> Question:
        """What was asked."""
        return challenge.from_json(self.document)

    def showing(self, question: Question) -> "Asked":
        """The same, whose document need not be read: this is what it says."""
        self.__dict__["question"] = question
        return self


_ANSWER, _PRESENTATION = Answer.__table__.c, Presentation.__table__.c
# Columns of tables, not of classes: the way of every answer, where objects cost twice as much.
QUESTION, ANSWER = table(Presentation).c, table(Answer).c
_ACTION = table(EnvironmentAction).c
ASKED = (
    QUESTION.id,
    QUESTION.number,
    QUESTION.key,
    QUESTION.document,
    QUESTION.selection,
    QUESTION.opened_at,
    ANSWER.fields,
    ANSWER.value,
    ANSWER.outcome,
    ANSWER.mistake,
    ANSWER.created_at,
)


def asked_of_row(row: Sequence[Any]) -> Asked:
    """The question of a row of the columns ASKED."""
    id_, number, key, document, selection, opened_at, fields, value, outcome, mistake, at = row
    answer = None if outcome is None else Given(fields, value, outcome, mistake, at)
    return Asked(id_, number, key, document, selection, opened_at, answer)


def answered_questions(
    session: Session, *, assessment_id: UUID, after: int = 0, up_to: int | None = None
) -> tuple[Asked, ...]:
    """The answered questions of a test already known to be its owner's, in order.

    Those numbered above `after`, up to `up_to` included.
    """
    bound = {"assessment": assessment_id, "after": after, "up_to": MOST if up_to is None else up_to}
    return tuple(asked_of_row(row) for row in session.connection().execute(_ANSWERED, bound))


def last_answered(session: Session, *, assessment_id: UUID) -> Asked | None:
    """The question answered last in a test already known to be its owner's."""
    row = session.execute(
        select(*ASKED)
        .join(Answer, Answer.presentation_id == Presentation.id)
        .where(Presentation.assessment_id == assessment_id)
        .order_by(Presentation.number.desc())
        .limit(1)
    ).first()
    return asked_of_row(row) if row else None


def hold(connection: Connection, *, presentation_id: int) -> None:
    """Until the transaction ends, nobody else answers this question or acts in it.

    Both ask for it first. On SQLite whoever writes holds everything already.
    """
    _HELD.rows(connection, {"presentation": presentation_id})


def journal_of(connection: Connection, *, presentation_id: int) -> Journal:
    """The gestures made in the environment of a question already known to be its owner's."""
    return [fields for [fields] in _JOURNAL.rows(connection, {"presentation": presentation_id})]


def recounted(presentation: ColumnElement[int]) -> ScalarSelect[list[list[Any]]]:
    """The same gestures as one value, to join a larger statement."""
    return (
        select(gathered(_ACTION.sequence, _ACTION.fields))
        .where(_ACTION.presentation_id == presentation)
        .scalar_subquery()
    )


def journal_of_rows(rows: Iterable[list[Any]] | None) -> Journal:
    """What `recounted` selects, in order."""
    return [fields for _, fields in sorted(rows or (), key=itemgetter(0))]


def last_gesture_at(session: Session, *, presentation_id: int) -> datetime | None:
    """When something was last done in the environment of a question already known to be theirs."""
    found: datetime | None = session.connection().scalar(
        _LAST_GESTURE, {"presentation": presentation_id}
    )
    return found


def answer_of(connection: Connection, *, presentation_id: int) -> Given | None:
    """The answer of a question already known to be its owner's, as it is now."""
    row = connection.execute(
        select(*ASKED[6:]).where(Answer.presentation_id == presentation_id)
    ).first()
    return Given(*row) if row else None


# Built once: a checkpoint and an environment are on the way of answers too.
MOST = 1_000_000  # questions of a test, when no number bounds them
_ANSWERED = (
    select(*ASKED)
    .join_from(table(Presentation), table(Answer), ANSWER.presentation_id == QUESTION.id)
    .where(
        QUESTION.assessment_id == bindparam("assessment"),
        QUESTION.number > bindparam("after"),
        QUESTION.number <= bindparam("up_to"),
    )
    .order_by(QUESTION.number)
)
_HELD = PreparedStatement(
    select(QUESTION.id).where(QUESTION.id == bindparam("presentation")).with_for_update()
)
_LAST_GESTURE = select(func.max(_ACTION.created_at)).where(
    _ACTION.presentation_id == bindparam("presentation")
)
_JOURNAL = PreparedStatement(
    select(_ACTION.fields)
    .where(_ACTION.presentation_id == bindparam("presentation"))
    .order_by(_ACTION.sequence)
)
