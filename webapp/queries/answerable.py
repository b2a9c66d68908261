"""All that an answer needs, in one statement: its question, and what the next one depends on."""

from collections.abc import Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Connection, bindparam, case, literal_column, null

from webapp.domain.lately import Lately
from webapp.models import Assessment, Learner, PreparedStatement, table
from webapp.queries.assessments import QUESTIONS, SITTING, WIDTH, WITH_KEY, Sitting
from webapp.queries.history import History, history_of_rows, told
from webapp.queries.neighbours import LATELY, around, challenges_of
from webapp.queries.presentations import (
    ASKED,
    QUESTION,
    Asked,
    Journal,
    asked_of_row,
    journal_of_rows,
    recounted,
)

# What was drawn never changes: while this process remembers it, it is not read again.
_lately = Lately[str, Asked](40)  # a class: some 30 kB each


@dataclass(frozen=True)
class Answerable:
    """A question to which somebody answers, its test, and what the next one depends on.

    `history` is what they were asked so far, `tabu` what classmates were just asked, `journal`
    what was done in the environment of the question.
    """

    sitting: Sitting
    asked: Asked
    history: History
    tabu: Set[str] = frozenset()
    journal: Journal = field(default_factory=list)


def remember(asked: Asked) -> None:
    """Spare the answer to a question just put the reading of what was drawn."""
    _lately[asked.key] = asked


def answerable(
    connection: Connection,
    *,
    learner_id: UUID,
    epoch: int | None,
    assessment_id: UUID,
    key: str,
    now: datetime,
) -> Answerable | None:
    """All that an answer with this one-time key needs, in one statement; None when not theirs.

    `epoch` is that of the learner's session as their cookie says it; an older one finds nothing.
    None when whoever asks was looked up already.
    """
    known = _lately.get(key)
    bound = {
        "learner": learner_id,
        "assessment": assessment_id,
        "key": key,
        "since": now - LATELY,
        "known": known is not None,
    }
    if epoch is None:
        rows = _ANSWERABLE.rows(connection, bound)
    else:
        rows = _ANSWERABLE_IN.rows(connection, {**bound, "epoch": epoch})
    if not rows:
        return None
    [[*columns, tabu, met, gestures]] = rows
    return Answerable(
        sitting=Sitting(*columns[:WIDTH]),
        asked=_filled_in(asked_of_row(columns[WIDTH:]), known),
        history=history_of_rows(met, assessment_id=assessment_id),
        tabu=challenges_of(tabu),
        journal=journal_of_rows(gestures),
    )


def _filled_in(asked: Asked, known: Asked | None) -> Asked:
    """A question read without what is known of it, and that."""
    if known is None:
        return asked
    drawn = replace(asked, document=known.document, selection=known.selection)
    return drawn.showing(known.question)


_LEARNER = table(Learner)
# By their names: SQLAlchemy joins a column once more where a subquery of FROM refers to it.
_TABU = around(literal_column("assessment.room"), literal_column("assessment.id"))
_TOLD = told(literal_column("assessment.learner_id"))
_RECOUNTED = recounted(literal_column("presentation.id"))
_FIXED = {QUESTION.document, QUESTION.selection}  # what never changes, left out when known
_KNOWN: ColumnElement[bool] = bindparam("known", type_=Boolean())
_UNLESS_KNOWN = tuple(
    case((_KNOWN, null()), else_=each).label(each.name) if each in _FIXED else each
    for each in ASKED
)
_SELECTED = QUESTIONS.with_only_columns(*SITTING, *_UNLESS_KNOWN, _TABU, _TOLD, _RECOUNTED).where(
    WITH_KEY
)
_ANSWERABLE = PreparedStatement(_SELECTED)
_ANSWERABLE_IN = PreparedStatement(
    _SELECTED.where(
        _LEARNER.c.id == table(Assessment).c.learner_id,
        _LEARNER.c.session_epoch == bindparam("epoch"),
    )
)
