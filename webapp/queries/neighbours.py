"""What those who sit a test together were just asked."""

from uuid import UUID

from sqlalchemy import bindparam, func, select, union
from sqlalchemy.orm import Session

from webapp.models import Assessment, Presentation, table

ROUNDS = 3  # positions


def asked_around(
    session: Session, *, room: str, assessment_id: UUID, number: int
) -> frozenset[str]:
    """The challenges that the others of a room, still in their test, were asked lately.

    Their last three, and those they had at the positions around `number`.
    """
    bound = {
        "room": room,
        "me": assessment_id,
        "least": number - ROUNDS + 1,
        "most": number + ROUNDS - 1,
    }
    joined = session.connection().scalar(_AROUND, bound)
    return frozenset(joined.split(",")) if joined else frozenset()


_TEST, _ASKED = table(Assessment), table(Presentation)
_EVERY = _ASKED.alias()
_LAST = (
    select(func.max(_EVERY.c.number))
    .where(_EVERY.c.assessment_id == _TEST.c.id)
    .correlate(_TEST)
    .scalar_subquery()
)
_OTHERS = (
    select(_ASKED.c.challenge)
    .join_from(_TEST, _ASKED, _ASKED.c.assessment_id == _TEST.c.id)
    .where(
        _TEST.c.room == bindparam("room"),
        _TEST.c.finished_at.is_(None),
        _TEST.c.id != bindparam("me"),
    )
)
# Two ranges of an index, where « or » would read every question of the room.
_LATELY = union(
    _OTHERS.where(_ASKED.c.number.between(bindparam("least"), bindparam("most"))),
    _OTHERS.where(_ASKED.c.number > _LAST - ROUNDS),
).subquery()
_AROUND = select(func.aggregate_strings(_LATELY.c.challenge, ","))  # one row costs half of many
