"""No challenge twice within a year, no draw ever twice."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import enter, pass_one
from webapp import models
from webapp.domain.journey import Journey
from webapp.models import Presentation
from webapp.queries.assessments import sitting_of
from webapp.queries.history import History, Met
from webapp.services.asking import Deck
from webapp.services.drawing_anew import Seat, drawn_anew
from webapp.services.practising import ask_again, start_practice, subject_of

NOW = factories.NOW


def _easiest(deck: Deck, *, challenges: int) -> tuple[Journey, Sequence[str]]:
    """A journey whose only skill has that many challenges, and these."""
    count = Counter(one.skill.id for one in deck.catalog.challenges.values())
    first = {skill.id: skill for skill in deck.catalog.skills.values() if skill.level == 1}
    skill = next(first[one] for one in sorted(first) if count[one] == challenges)
    mine = [one.id for one in deck.catalog.challenges.values() if one.skill.id == skill.id]
    return Journey("un", "Un", "discovery", "Tous", 5, 5, "", {skill.topic.id: 1}), sorted(mine)


def _met(
    session: Session, learner: models.Learner, challenge: str, *, days: int, answered: bool = True
) -> None:
    """The learner met this challenge in another test, so many days ago."""
    test = factories.assessment(session, learner=learner, finished_at=None)
    asked = factories.presentation(session, assessment=test)
    asked.challenge = challenge
    session.flush()
    if answered:
        factories.answer(session, presentation=asked).created_at = NOW - timedelta(days=days)
    session.flush()


def _first(session: Session, deck: Deck, learner: models.Learner, journey: Journey) -> str:
    _, test = enter(session, deck, factories.campaign(session), learner=learner, journey=journey)
    wanted = select(Presentation.challenge).where(Presentation.assessment_id == test)
    return session.scalars(wanted).one()


def test_a_challenge_met_within_a_year_gives_way_to_another_of_its_skill(
    session: Session, deck: Deck
) -> None:
    journey, (met, other) = _easiest(deck, challenges=2)
    for days, answered in ((1, True), (364, True), (0, False)):
        learner = factories.learner(session)
        _met(session, learner, met, days=days, answered=answered)
        assert _first(session, deck, learner, journey) == other


def test_a_challenge_met_long_ago_may_come_back(session: Session, deck: Deck) -> None:
    journey, (met, other) = _easiest(deck, challenges=2)
    learners = [factories.learner(session) for _ in range(12)]
    for learner in learners:
        _met(session, learner, met, days=366)
    assert {_first(session, deck, one, journey) for one in learners} == {met, other}


def test_the_only_challenge_of_a_skill_comes_back_all_the_same(
    session: Session, deck: Deck
) -> None:
    journey, (only,) = _easiest(deck, challenges=1)
    learner = factories.learner(session)
    _met(session, learner, only, days=1)
    assert _first(session, deck, learner, journey) == only


def test_what_was_met_before_and_since_a_test_began_are_told_apart() -> None:
    here, there = uuid4(), uuid4()
    answered = tuple(
        Met(there, name, "right", NOW + timedelta(days=days))
        for name, days in (("long ago", -400), ("before", -10), ("since", 1))
    )
    mine = Met(here, "mine", "right", NOW)
    history = History(here, (*answered, mine), {}, frozenset({"open"}))
    assert history.seen_at(NOW) == {"before"}
    assert history.seen_after(NOW) == {"since", "open"}


def test_practising_one_challenge_again_and_again_never_shows_the_same_draw(
    session: Session, deck: Deck
) -> None:
    learner = factories.learner(session)
    subject = subject_of(deck.catalog, topic="formats")
    practice = start_practice(session, deck, learner_id=learner.id, subject=subject, now=NOW)
    for _ in range(4):
        pass_one(session, deck, learner.id, practice, now=NOW)
        sitting = sitting_of(session, learner_id=learner.id, assessment_id=practice)
        ask_again(session, deck, sitting, twin=True, now=NOW)
    rows = session.execute(select(Presentation.challenge, Presentation.document)).all()
    assert len({challenge for challenge, _ in rows}) == 1
    assert len({json.dumps(document["variant"]["params"]) for _, document in rows}) == 5


def test_a_seed_that_falls_on_a_draw_already_seen_is_left_for_another(
    session: Session, deck: Deck
) -> None:
    learner = factories.learner(session)
    seat = Seat(deck.catalog, deck.secret, learner.id, min(deck.catalog.challenges))
    test = factories.assessment(session, learner=learner)
    for number, attempt in enumerate((0, 2, 3), start=1):  # as if 1 had fallen on another
        factories.presentation(
            session, assessment=test, number=number, question=seat.drawn(attempt)
        )
    again = drawn_anew(session.connection(), seat, attempt=3)
    assert again.variant.params == seat.drawn(4).variant.params
