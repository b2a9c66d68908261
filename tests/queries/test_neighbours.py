"""What classmates were just asked: the others', of this room, lately, and never the whole hall."""

from collections.abc import Set
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.orm import Session

from tests import factories
from webapp.models import Assessment
from webapp.queries.answerable import answerable
from webapp.queries.neighbours import MOST, asked_around

NOBODY = uuid4()
SOON = factories.NOW + timedelta(minutes=9)


def _sits(session: Session, room: str, *challenges: str) -> Assessment:
    """Somebody in a room, who was asked these."""
    test = factories.assessment(session, learner=factories.learner(session), room=room)
    for number, challenge in enumerate(challenges, start=1):
        asked = factories.presentation(session, assessment=test, number=number)
        asked.challenge = challenge
    session.flush()
    return test


def _around(session: Session, room: str, now: datetime = SOON) -> Set[str]:
    return asked_around(session, room=room, assessment_id=NOBODY, now=now)


def test_what_the_others_of_the_room_were_just_asked(session: Session) -> None:
    _sits(session, "r1", "mdp-1x", "mdp-2x")
    _sits(session, "r1", "tri-1x")
    _sits(session, "r2", "tri-4x")
    assert _around(session, "r1") == {"mdp-1x", "mdp-2x", "tri-1x"}


def test_not_what_was_asked_ten_minutes_ago(session: Session) -> None:
    _sits(session, "r1", "mdp-1x")
    assert _around(session, "r1", factories.NOW + timedelta(minutes=10, seconds=1)) == frozenset()


def test_only_the_last_questions_of_a_large_hall(session: Session) -> None:
    _sits(session, "r1", "mdp-1x", *("tri-1x" for _ in range(MOST - 1)))
    assert "mdp-1x" in _around(session, "r1")
    _sits(session, "r1", "tri-4x")
    assert _around(session, "r1") == {"tri-1x", "tri-4x"}


def test_an_answer_finds_the_same_in_its_own_statement(session: Session) -> None:
    _sits(session, "r1", "mdp-1x")
    mine = _sits(session, "r1")
    asked = factories.presentation(session, assessment=mine)
    found = answerable(
        session.connection(),
        learner_id=mine.learner_id,
        epoch=None,
        assessment_id=mine.id,
        key=asked.key,
        now=SOON,
    )
    assert found is not None
    assert found.tabu == {"mdp-1x"}


def test_a_test_without_a_room_has_no_neighbours(session: Session) -> None:
    _sits(session, "r1", "mdp-1x")
    alone = factories.assessment(session, learner=factories.learner(session))
    asked = factories.presentation(session, assessment=alone)
    owner = {"learner_id": alone.learner_id, "assessment_id": alone.id}
    found = answerable(session.connection(), **owner, epoch=0, key=asked.key, now=SOON)
    assert found is not None
    assert found.tabu == frozenset()
    assert answerable(session.connection(), **owner, epoch=1, key=asked.key, now=SOON) is None
