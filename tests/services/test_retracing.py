"""A stored test gives the same questions again: answers, opening, surroundings and secret."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import MINUTE, enter, pass_all, pass_one
from webapp.models import Assessment, Presentation
from webapp.queries.assessments import Sitting, sitting_of
from webapp.services import measuring, scales
from webapp.services.asking import Deck
from webapp.services.practising import start_practice, subject_of
from webapp.services.retracing import retraced

NOW = factories.NOW


def test_a_stored_test_is_drawn_again_to_the_same_questions(session: Session, deck: Deck) -> None:
    campaign, learner = factories.campaign(session), factories.learner(session)
    earlier = factories.campaign(session, organization=None)
    pass_all(session, deck, *enter(session, deck, earlier, learner=learner))
    later = NOW + timedelta(days=100)
    neighbour = enter(session, deck, campaign, now=later)
    mine, test = enter(session, deck, campaign, learner=learner, now=later)
    asked = []
    for number in range(4):
        now = later + (number + 1) * MINUTE
        pass_one(session, deck, *neighbour, now=now)
        asked.append(pass_one(session, deck, mine, test, now=now))
        subject = subject_of(deck.catalog, topic="formats")
        practice = start_practice(session, deck, learner_id=mine, subject=subject, now=now)
        pass_one(session, deck, mine, practice, now=now)
    _forget()
    draws = retraced(session, deck, sitting_of(session, learner_id=mine, assessment_id=test))
    assert [one.asked for one in draws][:4] == asked
    assert [one.again for one in draws] == [one.asked for one in draws]
    kept = session.scalars(
        select(Presentation.selection)
        .where(Presentation.assessment_id == test)
        .order_by(Presentation.number)
    ).all()
    assert all(one["tabu"] for one in kept)
    assert any("seen" in one for one in kept)


def test_another_secret_or_other_surroundings_would_have_led_elsewhere(
    session: Session, deck: Deck
) -> None:
    learner, test = enter(session, deck, factories.campaign(session))
    pass_all(session, deck, learner, test)
    sitting = sitting_of(session, learner_id=learner, assessment_id=test)
    # One secret in seventy leads to the same few questions by chance: ten never all do.
    others = [Deck(deck.catalog, f"another secret, {number}".encode()) for number in range(10)]
    assert any(_strays(session, other, sitting) for other in others)
    session.execute(
        Assessment.__table__.update().values(  # type: ignore[attr-defined]
            opening={"aside": [one.asked for one in retraced(session, deck, sitting)]}
        )
    )
    sitting = sitting_of(session, learner_id=learner, assessment_id=test)
    assert _strays(session, deck, sitting)


def test_a_practice_is_not_retraced(session: Session, deck: Deck) -> None:
    learner = factories.learner(session)
    subject = subject_of(deck.catalog, topic="formats")
    practice = start_practice(session, deck, learner_id=learner.id, subject=subject, now=NOW)
    sitting = sitting_of(session, learner_id=learner.id, assessment_id=practice)
    with pytest.raises(ValueError, match="practice"):
        retraced(session, deck, sitting)


def _strays(session: Session, deck: Deck, sitting: Sitting) -> bool:
    """Whether the test taken again leads to another question somewhere."""
    return any(one.again != one.asked for one in retraced(session, deck, sitting))


def _forget() -> None:
    """As another process would begin: nothing remembered."""
    measuring._lately.clear()
    measuring._opened.cache_clear()
    scales.bank_of.cache_clear()
