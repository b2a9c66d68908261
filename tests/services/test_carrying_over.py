"""What was known of a student before a test: carried over, with forgetting."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import numpy as np
import pytest
from flask import Flask

from tests import factories
from webapp.domain.verdict import Outcome
from webapp.engine import stopping
from webapp.engine.state import State
from webapp.queries.assessments import Sitting
from webapp.queries.history import History, Met
from webapp.queries.lessons import Lesson
from webapp.services.measuring import practice_state, profile_state, sitting_state
from webapp.services.scales import Scale

NOW = factories.NOW
YEAR = timedelta(days=365)
SCOPE = {"formats": 6, "arbo": 6, "tri": 6}
FIRST = ("formats-1x", "formats-2x", "arbo-1x", "arbo-2x", "tri-1x")


@pytest.fixture
def scale(application: Flask) -> Scale:
    return Scale(application.extensions["azimut.catalog"])


def _answers(
    test: UUID, at: datetime, outcome: Outcome = "right", ids: Sequence[str] = FIRST
) -> tuple[Met, ...]:
    return tuple(
        Met(test, one, outcome, at + timedelta(minutes=place)) for place, one in enumerate(ids)
    )


def _sitting(*lessons: Lesson) -> Sitting:
    return Sitting(
        id=uuid4(),
        learner_id=uuid4(),
        participation_id=1,
        kind="campaign",
        title="Retour",
        journey=None,
        scope=SCOPE,
        budget=20,
        checkpoints=False,
        checkpoint_seen=0,
        created_at=NOW,
        finished_at=None,
        opening={"lessons": [[each.topic, each.at.isoformat()] for each in lessons]},
    )


def _begun(scale: Scale, before: Sequence[Met] = (), *lessons: Lesson) -> State:
    sitting = _sitting(*lessons)
    return sitting_state(scale, sitting, History(sitting.id, tuple(before), {}))


def _doubt(state: State) -> float:
    return stopping.worst_sd(state.belief)


def _mean(state: State, topic: str) -> float:
    place = state.bank.topics.index(topic)
    return float(state.belief.weights @ state.belief.mean[:, place])


def test_a_newcomer_begins_as_anybody(scale: Scale) -> None:
    assert _begun(scale).belief is _begun(scale).belief


def test_a_test_begins_with_what_earlier_ones_said_and_less_of_it_with_time(scale: Scale) -> None:
    stranger = _begun(scale)
    lately, long_ago = (
        _begun(scale, _answers(uuid4(), NOW - ago)) for ago in (timedelta(days=8), 4 * YEAR)
    )
    assert _doubt(lately) < _doubt(long_ago) < _doubt(stranger)
    means = [_mean(state, "formats") for state in (stranger, long_ago, lately)]
    assert means == sorted(means)
    assert lately.steps == ()
    assert lately.direct.sum() == 0


def test_answers_given_since_the_test_began_do_not_change_how_it_began(scale: Scale) -> None:
    practice = _answers(uuid4(), NOW + timedelta(minutes=5))
    assert _begun(scale, practice).belief is _begun(scale).belief


def test_practice_counts_as_much_as_a_test(scale: Scale) -> None:
    one, other = uuid4(), uuid4()
    at = NOW - YEAR
    parted = _answers(one, at)[:2] + _answers(other, at)[2:]
    whole = _answers(one, at)
    assert _mean(_begun(scale, parted), "tri") == pytest.approx(
        _mean(_begun(scale, whole), "tri"), abs=0.01
    )


def test_a_tutorial_finished_between_widens_the_belief_on_its_topic(scale: Scale) -> None:
    before = _answers(uuid4(), NOW - YEAR, "wrong")
    lesson = Lesson("formats", NOW - YEAR / 2)
    plain, taught = _begun(scale, before), _begun(scale, before, lesson)
    place = plain.bank.topics.index("formats")
    assert (taught.belief.covariance > plain.belief.covariance)[:, place, place].all()
    assert _mean(taught, "formats") > _mean(plain, "formats")
    assert _mean(taught, "arbo") == _mean(plain, "arbo")


def test_a_tutorial_finished_before_the_answers_is_in_them_already(scale: Scale) -> None:
    long_before = Lesson("formats", NOW - 2 * YEAR)
    before = _answers(uuid4(), NOW - YEAR)
    place = _begun(scale).bank.topics.index("formats")
    plain, taught = _begun(scale, before), _begun(scale, before, long_before)
    gap = taught.belief.covariance - plain.belief.covariance
    assert np.abs(gap[:, place, place]).max() < 0.05


def test_topics_and_tutorials_that_left_the_bank_are_ignored(scale: Scale) -> None:
    before = _answers(uuid4(), NOW - YEAR, ids=("gone-1x",))
    assert _mean(_begun(scale, before, Lesson("gone", NOW - YEAR)), "tri") == 0


def test_a_profile_counts_the_direct_answers_of_all_tests(scale: Scale) -> None:
    answers = _answers(uuid4(), NOW - YEAR) + _answers(uuid4(), NOW)
    state = profile_state(scale, answers)
    assert state.direct.sum() == 2 * len(FIRST)
    assert _doubt(state) < _doubt(profile_state(scale, answers[: len(FIRST)]))


def test_a_profile_does_not_move_by_itself(scale: Scale) -> None:
    answers = _answers(uuid4(), NOW - 3 * YEAR)
    lesson = Lesson("formats", NOW)
    told, since = profile_state(scale, answers), profile_state(scale, answers, [lesson])
    assert _mean(told, "formats") == _mean(since, "formats")


def test_a_practice_knows_all_that_was_answered_and_forgets_too(scale: Scale) -> None:
    answers = _answers(uuid4(), NOW - YEAR)
    now, later = (
        practice_state(scale, SCOPE, answers, (), now=at) for at in (NOW - YEAR, NOW + 3 * YEAR)
    )
    assert _doubt(now) < _doubt(later)
