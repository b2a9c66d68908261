"""A test begins once, with the version of the bank it is taken from."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from webapp.domain.journey import Journey
from webapp.models import Assessment, BankVersion, Presentation
from webapp.services.asking import Deck
from webapp.services.joining import join_campaign
from webapp.services.starting import Entry, NothingToAsk, bank_version, start_assessment

JOURNEY = Journey("essai", "Essai", "discovery", "Tous", 15, 6, "", {"formats": 6, "arbo": 6})
NOTHING = Journey("vide", "Vide", "discovery", "Tous", 15, 6, "", {"formats": 0})


def _entry(session: Session) -> Entry:
    learner = factories.learner(session)
    joined = factories.participation(session, campaign=factories.campaign(session), learner=learner)
    return Entry(learner.id, joined.id, "Essai", checkpoints=True)


def test_a_test_begins_with_its_first_question_drawn(session: Session, deck: Deck) -> None:
    begun = start_assessment(session, deck, _entry(session), JOURNEY, now=factories.NOW)
    question = session.scalars(select(Presentation)).one()
    assert (question.assessment_id, question.number, question.opened_at) == (begun, 1, None)
    low, high, minutes = question.selection["remaining"]
    assert 1 <= low <= high <= JOURNEY.questions
    assert minutes >= 1


def test_coming_again_resumes_the_same_test(session: Session, deck: Deck) -> None:
    entry = _entry(session)
    first = start_assessment(session, deck, entry, JOURNEY, now=factories.NOW)
    assert start_assessment(session, deck, entry, JOURNEY, now=factories.NOW) == first
    assert len(session.scalars(select(Presentation)).all()) == 1


def test_neighbours_get_different_data(session: Session, deck: Deck) -> None:
    for _ in range(12):
        start_assessment(session, deck, _entry(session), JOURNEY, now=factories.NOW)
    rows = session.execute(select(Presentation.challenge, Presentation.document)).all()
    variants = [str(document["variant"]) for _, document in rows]
    assert len(set(variants)) == len(variants)


def test_a_journey_without_challenges_is_refused(session: Session, deck: Deck) -> None:
    with pytest.raises(NothingToAsk):
        start_assessment(session, deck, _entry(session), NOTHING, now=factories.NOW)


def test_the_version_of_the_bank_is_remembered_once(session: Session, deck: Deck) -> None:
    for _ in range(2):
        start_assessment(session, deck, _entry(session), JOURNEY, now=factories.NOW)
    version = session.scalars(select(BankVersion)).one()
    assert version.digest == deck.catalog.digest
    assert set(session.scalars(select(Assessment.bank_version_id))) == {version.id}
    assert bank_version(session, deck.catalog, now=factories.NOW) == version.id


@pytest.mark.parametrize(("extra", "minutes"), [(0, 30), (33, 40)])
def test_extra_time_makes_the_hour_longer(
    session: Session, deck: Deck, extra: int, minutes: int
) -> None:
    campaign, learner = factories.campaign(session, minutes=30), factories.learner(session)
    learner.extra_time = extra
    begun = join_campaign(session, deck, campaign, learner, now=factories.NOW)
    assert session.get_one(Assessment, begun).opening["minutes"] == minutes
