"""What those who sit a test together were just asked."""

from collections.abc import Iterable, Set
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, literal_column, select
from sqlalchemy.orm import Session

from webapp.models import Presentation, table
from webapp.queries.gathering import gathered

LATELY = timedelta(minutes=10)
MOST = 105  # questions: three for each of a class of 35, and no more in a larger hall


def asked_around(session: Session, *, room: str, assessment_id: UUID, now: datetime) -> Set[str]:
    """The challenges that the others of a room were asked lately: their last three, in a class."""
    bound = {"room": room, "me": assessment_id, "since": now - LATELY}
    return challenges_of(session.connection().scalar(_AROUND, bound))


def challenges_of(found: Iterable[str] | None) -> Set[str]:
    """What `around` selects, each once."""
    return set(found or ())


def around(room: ColumnElement[str], me: ColumnElement[UUID]) -> ScalarSelect[list[str]]:
    """The same as one value, to join a larger statement.

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
    return select(gathered(lately.c.challenge)).scalar_subquery()


_ASKED = table(Presentation).alias("asked")
_ME: ColumnElement[UUID] = bindparam("me", type_=_ASKED.c.assessment_id.type)
_AROUND = select(around(bindparam("room"), _ME))
