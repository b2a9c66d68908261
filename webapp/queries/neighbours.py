"""What those who sit a test together were just asked."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, String, bindparam, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from webapp.models import Presentation, table

LATELY = timedelta(minutes=10)
MOST = 105  # questions: three for each of a class of 35, and no more in a larger hall


def asked_around(
    session: Session, *, room: str, assessment_id: UUID, now: datetime
) -> frozenset[str]:
    """The challenges that the others of a room were asked lately: their last three, in a class."""
    bound = {"room": room, "me": assessment_id, "since": now - LATELY}
    return challenges_of(session.connection().scalar(_AROUND, bound))


def challenges_of(joined: str | None) -> frozenset[str]:
    """What `around` selects, apart again."""
    return frozenset(joined.split(",")) if joined else frozenset()


def around(room: ColumnElement[str], me: ColumnElement[UUID]) -> ScalarSelect[str]:
    """The same as one value, to join a larger statement: one row costs half of many.

    The moment is the parameter `since`.
    """
    lately = (
        select(_ASKED.c.challenge)
        .where(
            _ASKED.c.room == room,
            _ASKED.c.assessment_id != me,
            _ASKED.c.created_at >= bindparam("since", type_=_ASKED.c.created_at.type),
        )
        .order_by(_ASKED.c.id.desc())
        .limit(literal_column(str(MOST)))
        .subquery("lately")
    )
    return select(_joined(lately.c.challenge)).scalar_subquery()


class _joined(FunctionElement[str]):  # noqa: N801 (as SQL calls its functions)
    """Strings with commas between; `func.aggregate_strings` is written anew at each execution."""

    type = String()
    inherit_cache = True


@compiles(_joined)
def _on_sqlite(element: _joined, compiler: SQLCompiler, **options: Any) -> str:
    return f"group_concat({compiler.process(element.clauses, **options)}, ',')"


@compiles(_joined, "postgresql")
def _on_postgresql(element: _joined, compiler: SQLCompiler, **options: Any) -> str:
    return f"string_agg({compiler.process(element.clauses, **options)}, ',')"


_ASKED = table(Presentation).alias("asked")
_ME: ColumnElement[UUID] = bindparam("me", type_=_ASKED.c.assessment_id.type)
_AROUND = select(around(bindparam("room"), _ME))
