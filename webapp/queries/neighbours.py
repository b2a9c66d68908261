"""What those who sit a test together were just asked."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, func, literal_column, select
from sqlalchemy.orm import Session

from webapp.models import Assessment, Presentation, table

ROUNDS = 3  # positions
WINDOW = (
    175  # five questions for each of a class of 35: all that is looked at, in a hall of any size
)
_BESIDE: ColumnElement[int] = literal_column(str(ROUNDS - 1))
_ASKED, _TEST = table(Presentation).alias("asked"), table(Assessment).alias("test")


def asked_around(
    session: Session, *, room: str, assessment_id: UUID, number: int
) -> frozenset[str]:
    """The challenges that the others of a room, still in their test, were asked lately.

    Their last three, and those they had at the positions around `number`, among the last
    questions of the room.
    """
    bound = {"room": room, "me": assessment_id, "number": number}
    return challenges_of(session.connection().scalar(_AROUND, bound))


def challenges_of(joined: str | None) -> frozenset[str]:
    """What `around` selects, apart again."""
    return frozenset(joined.split(",")) if joined else frozenset()


def around(
    room: ColumnElement[Any], me: ColumnElement[Any], number: ColumnElement[Any]
) -> ScalarSelect[Any]:
    """The same as one value, to join a larger statement: one row costs half of many."""
    lately = (
        select(_ASKED.c.assessment_id, _ASKED.c.number, _ASKED.c.challenge)
        .where(_ASKED.c.room == room)
        .order_by(_ASKED.c.id.desc())
        .limit(literal_column(str(WINDOW)))
        .subquery("lately")
    )
    age = func.row_number().over(
        partition_by=lately.c.assessment_id, order_by=lately.c.number.desc()
    )
    theirs = (
        select(lately.c.number, lately.c.challenge, age.label("age"))
        .join_from(lately, _TEST, _TEST.c.id == lately.c.assessment_id)
        .where(_TEST.c.finished_at.is_(None), _TEST.c.id != me)
        .subquery("theirs")
    )
    near = theirs.c.number.between(number - _BESIDE, number + _BESIDE)
    return (
        select(func.aggregate_strings(theirs.c.challenge, ","))
        .where((theirs.c.age <= literal_column(str(ROUNDS))) | near)
        .scalar_subquery()
    )


_AROUND = select(around(bindparam("room"), bindparam("me"), bindparam("number")))
