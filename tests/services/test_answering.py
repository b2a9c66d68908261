"""What a race leaves behind, seen from inside: the first answer counts, the others know it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import enter, pass_all
from tests.sittings import SCOPE
from webapp.engine.progress import Remaining
from webapp.models import Answer, Assessment, Presentation
from webapp.queries.answerable import Answerable
from webapp.queries.assessments import Sitting, asked_with_number, sitting_of, turn_of
from webapp.queries.history import history_of
from webapp.queries.presentations import Asked
from webapp.services.answering import AnswerOutOfTurn, Reply, record_answer
from webapp.services.asking import Deck, remaining_of

TWELVE = Reply({"answer": ["12"]}, Decimal(12), skipped=False)
PASS = Reply({}, None, skipped=True)


@pytest.fixture
def open_(session: Session) -> tuple[Sitting, Asked]:
    """A test and its first question, as two tabs read them at the same moment."""
    return _opened(session)


def _opened(session: Session, **facts: Any) -> tuple[Sitting, Asked]:
    learner = factories.learner(session)
    joined = factories.participation(session, campaign=factories.campaign(session), learner=learner)
    test = factories.assessment(
        session, learner=learner, participation=joined, scope=SCOPE, **facts
    )
    factories.presentation(session, assessment=test)
    return asked_with_number(session, learner_id=learner.id, assessment_id=test.id, number=1)


def _record(session: Session, deck: Deck, pair: tuple[Sitting, Asked], reply: Reply) -> object:
    later = factories.NOW + timedelta(seconds=40)
    return record_answer(session.connection(), deck, _answerable(session, *pair), reply, now=later)


def _answerable(session: Session, sitting: Sitting, asked: Asked) -> Answerable:
    history = history_of(session, learner_id=sitting.learner_id, assessment_id=sitting.id)
    return Answerable(sitting, asked, history)


def test_the_same_answer_that_lost_a_race_is_a_replay(
    session: Session, deck: Deck, open_: tuple[Sitting, Asked]
) -> None:
    assert _record(session, deck, open_, TWELVE) is not None
    assert _record(session, deck, open_, TWELVE) is None
    assert len(session.scalars(select(Answer)).all()) == 1
    assert len(session.scalars(select(Presentation)).all()) == 2


@pytest.mark.parametrize("second", [Reply({"answer": ["13"]}, Decimal(13), skipped=False), PASS])
def test_another_answer_that_lost_a_race_is_out_of_turn(
    session: Session, deck: Deck, open_: tuple[Sitting, Asked], second: Reply
) -> None:
    _record(session, deck, open_, TWELVE)
    with pytest.raises(AnswerOutOfTurn):
        _record(session, deck, open_, second)
    assert len(session.scalars(select(Answer)).all()) == 1


def test_the_time_taken_counts_from_the_opening(session: Session, deck: Deck) -> None:
    _record(session, deck, _opened(session), TWELVE)
    assert session.scalars(select(Answer.duration_ms)).one() == 40_000


def test_a_test_resumed_a_year_later_has_a_duration_that_fits(session: Session, deck: Deck) -> None:
    sitting, asked = _opened(session)
    late = factories.NOW + timedelta(days=365)
    opened = Asked(**{**vars(asked), "opened_at": factories.NOW})
    record_answer(
        session.connection(), deck, _answerable(session, sitting, opened), TWELVE, now=late
    )
    assert session.scalars(select(Answer.duration_ms)).one() == 24 * 3600 * 1000


def test_no_challenge_is_asked_twice_in_a_test_and_none_twice_in_a_year(
    session: Session, deck: Deck
) -> None:
    sitting, _ = _opened(session, budget=8)
    _all(session, deck, sitting)
    first = _challenges(session)
    assert len(set(first)) == len(first)
    joined = factories.participation(
        session,
        campaign=factories.campaign(session),
        learner=session.get_one(factories.models.Learner, sitting.learner_id),
    )
    learner = session.get_one(factories.models.Learner, sitting.learner_id)
    test = factories.assessment(session, learner=learner, participation=joined, scope=SCOPE)
    question = factories.a_question(skill="tri-1")
    factories.presentation(session, assessment=test, question=question)
    again = sitting_of(session, learner_id=learner.id, assessment_id=test.id)
    turn = turn_of(session, learner_id=learner.id, assessment_id=test.id)
    assert turn.asked is not None
    _record(session, deck, (again, turn.asked), PASS)
    fresh = _challenges(session)[len(first) + 1]
    alone = _alone_in_their_skill(deck, first)
    assert fresh not in first or fresh in alone


def test_the_range_of_questions_left_never_grows_by_more_than_one(
    session: Session, deck: Deck
) -> None:
    sitting, _ = _opened(session, budget=15)
    most = None
    for total in _all(session, deck, sitting):
        assert most is None or total <= most + 1
        most = total


def test_two_students_who_answer_alike_get_different_data(session: Session, deck: Deck) -> None:
    sitting, asked = _opened(session)
    turn = record_answer(
        session.connection(), deck, _answerable(session, sitting, asked), TWELVE, now=factories.NOW
    )
    again = record_answer(
        session.connection(),
        deck,
        _answerable(session, *_opened(session)),
        TWELVE,
        now=factories.NOW,
    )
    assert turn is not None
    assert again is not None
    assert turn.asked is not None
    assert again.asked is not None
    assert turn.asked.document != again.asked.document


def _all(session: Session, deck: Deck, sitting: Sitting) -> list[int]:
    """Pass until the end; after each answer, the questions of the test at most."""
    totals = []
    while True:
        turn = turn_of(session, learner_id=sitting.learner_id, assessment_id=sitting.id)
        if turn.asked is None:
            return totals
        left: Remaining | None = remaining_of(turn.asked)
        if left is not None:
            totals.append(turn.answered + left.high)
        _record(session, deck, (turn.sitting, turn.asked), PASS)


def _challenges(session: Session) -> list[str]:
    return list(session.scalars(select(Presentation.challenge).order_by(Presentation.id)))


def _alone_in_their_skill(deck: Deck, challenges: list[str]) -> set[str]:
    skills = [each.skill.id for each in deck.catalog.challenges.values()]
    known = [deck.catalog.challenges[each] for each in challenges]
    return {each.id for each in known if skills.count(each.skill.id) == 1}


def test_a_finished_test_says_how_its_answers_go_together(session: Session, deck: Deck) -> None:
    learner, test = enter(session, deck, factories.campaign(session))
    pass_all(session, deck, learner, test)
    fit = session.get_one(Assessment, test).fit
    assert fit is not None
    assert set(fit) == {"surprise", "drift", "gave_up_after"}
    assert fit["drift"] < 3
