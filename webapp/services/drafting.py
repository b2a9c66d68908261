"""Keeping what is being typed: a late draft never replaces a newer one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp import grading
from webapp.domain.responses import Ordering
from webapp.models import Draft, table
from webapp.queries.presentations import Asked
from webapp.services.answering import AnswerOutOfTurn

DRAFT = table(Draft)
NEWEST = 2**31 - 1


@dataclass(frozen=True)
class Kept:
    """What the server has after a draft: its revision, and whether it is the one just sent."""

    revision: int
    fields: Mapping[str, list[str]]
    saved_at: datetime
    newest: bool


def save_draft(
    session: Session,
    asked: Asked,
    fields: Mapping[str, Sequence[str]],
    *,
    revision: int,
    now: datetime,
) -> Kept:
    """Keep what is being typed, unless something as new is kept already.

    Raises AnswerOutOfTurn when the question has its answer.
    """
    if asked.answer is not None:
        raise AnswerOutOfTurn
    revision = min(max(0, revision), NEWEST)
    kept = {name: list(values) for name, values in fields.items()}
    values = {"revision": revision, "fields": kept, "saved_at": now}
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(DRAFT).on_conflict_do_update(
        index_elements=["presentation_id"], set_=values, where=DRAFT.c.revision < revision
    )
    done = session.connection().execute(
        statement,
        {"presentation_id": asked.id, **values},
        execution_options={"preserve_rowcount": True},
    )
    if done.rowcount == 1:
        return Kept(revision, kept, now, newest=True)
    row = session.execute(
        select(Draft.revision, Draft.fields, Draft.saved_at).where(
            Draft.presentation_id == asked.id
        )
    ).one()
    return Kept(row.revision, row.fields, row.saved_at, newest=False)


def after_move(
    asked: Asked, fields: Mapping[str, Sequence[str]], move: str
) -> dict[str, list[str]]:
    """The fields after « Monter » or « Descendre » was pressed on an item of an ordering."""
    response = asked.question.variant.response
    moved = {name: list(values) for name, values in fields.items()}
    if move and isinstance(response, Ordering):
        known = [item.id for item in response.items]
        order = list(fields.get("order", ()))
        moved["order"] = grading.moved(order if sorted(order) == sorted(known) else known, move)
    return moved
