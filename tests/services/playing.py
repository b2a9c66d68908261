"""Tests taken through the services, as the pages do, without the pages."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from tests import factories
from webapp import models
from webapp.domain.journey import Journey
from webapp.queries.answerable import answerable
from webapp.queries.assessments import turn_of
from webapp.services.answering import Reply, record_answer
from webapp.services.asking import Deck
from webapp.services.starting import Entry, start_assessment

SHORT = Journey(
    "essai", "Essai", "discovery", "Tous", 15, 6, "", {"formats": 6, "arbo": 6, "tri": 6, "mdp": 6}
)
PASS = Reply({}, None, skipped=True)
MINUTE = timedelta(minutes=1)


def enter(
    session: Session,
    deck: Deck,
    campaign: models.Campaign,
    *,
    learner: models.Learner | None = None,
    journey: Journey = SHORT,
    now: datetime = factories.NOW,
) -> tuple[UUID, UUID]:
    """A learner begins the test of a campaign: the ids of both."""
    learner = learner or factories.learner(session)
    joined = factories.participation(session, campaign=campaign, learner=learner)
    entry = Entry(
        learner.id,
        joined.id,
        campaign.name,
        checkpoints=False,
        organization_id=campaign.organization_id,
        room=str(campaign.id),
        parameter_version_id=campaign.parameter_version_id,
    )
    return learner.id, start_assessment(session, deck, entry, journey, now=now)


def pass_one(
    session: Session, deck: Deck, learner_id: UUID, test: UUID, *, now: datetime
) -> str | None:
    """The challenge now open, passed; None when the test is over."""
    turn = turn_of(session, learner_id=learner_id, assessment_id=test)
    if turn.asked is None:
        return None
    question = answerable(
        session.connection(),
        learner_id=learner_id,
        epoch=None,
        assessment_id=test,
        key=turn.asked.key,
        now=now,
    )
    assert question is not None
    record_answer(session.connection(), deck, question, PASS, now=now)
    return turn.asked.question.challenge_id


def pass_all(
    session: Session, deck: Deck, learner_id: UUID, test: UUID, *, now: datetime = factories.NOW
) -> list[str]:
    """The challenges of a whole test, all passed, one a minute."""
    asked: list[str] = []
    while True:
        now += MINUTE
        found = pass_one(session, deck, learner_id, test, now=now)
        if found is None:
            return asked
        asked.append(found)
