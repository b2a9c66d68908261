"""What a student was asked so far: the same, read alone or within the statement of an answer."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from tests import factories
from webapp.models import Assessment
from webapp.queries.answerable import answerable
from webapp.queries.history import History, history_of


def _lived(session: Session) -> Assessment:
    """A test with two answers; another of the same student, with an answer and an open question."""
    learner = factories.learner(session)
    mine, other = (factories.assessment(session, learner=learner) for _ in range(2))
    stranger = factories.assessment(session, learner=factories.learner(session))
    for test, number, challenge in (
        (mine, 1, "tri-1x"),
        (other, 1, "mdp-1x"),
        (mine, 2, "mdp-1x"),
        (stranger, 1, "tri-4x"),
    ):
        asked = factories.presentation(session, assessment=test, number=number)
        asked.challenge = challenge
        given = factories.answer(session, presentation=asked)
        given.created_at = factories.NOW + timedelta(seconds=number, microseconds=7)
    for test, number in ((mine, 3), (other, 2)):
        waiting = factories.presentation(session, assessment=test, number=number)
        waiting.challenge = f"tri-{number}x"
    session.flush()
    return mine


def _both(
    session: Session, learner_id: UUID, test: Assessment, key: str
) -> tuple[History, History]:
    alone = history_of(session, learner_id=learner_id, assessment_id=test.id)
    found = answerable(
        session.connection(),
        learner_id=learner_id,
        epoch=None,
        assessment_id=test.id,
        key=key,
        now=factories.NOW,
    )
    assert found is not None
    return alone, found.history


def test_an_answer_finds_the_history_in_its_own_statement(session: Session) -> None:
    test = _lived(session)
    session.refresh(test)
    asked = factories.presentation(session, assessment=test, number=4)
    session.flush()
    alone, within = _both(session, test.learner_id, test, asked.key)
    assert within == alone
    assert [each.challenge for each in within.answered] == ["tri-1x", "mdp-1x", "mdp-1x"]
    assert within.presented["mdp-1x"] == 2
    assert within.open_elsewhere == {"tri-2x"}


def test_one_more_answer_joins_the_history_of_its_test(session: Session) -> None:
    test = _lived(session)
    before = history_of(session, learner_id=test.learner_id, assessment_id=test.id)
    after = before.with_answer("tri-3x", "wrong", factories.NOW)
    assert [each.challenge for each in after.here] == ["tri-1x", "mdp-1x", "tri-3x"]
    assert before.here == after.here[:2]
