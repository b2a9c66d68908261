"""Calibration from the database: what is published, and for whom."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import enter, pass_all
from webapp.engine.calibration.evidence import Record
from webapp.engine.calibration.fitting import Parameters
from webapp.engine.prior import UNKNOWN_CLASS
from webapp.engine.scope import Scope
from webapp.engine.state import Step
from webapp.models import (
    Answer,
    Assessment,
    Campaign,
    Organization,
    ParameterVersion,
    Presentation,
)
from webapp.queries.assessments import sitting_of
from webapp.queries.history import history_of
from webapp.services import calibrating, measuring, recording, scales
from webapp.services.asking import Deck
from webapp.services.inviting import NewCampaign, create_campaign
from webapp.services.practising import start_practice, subject_of
from webapp.services.retracing import retraced
from webapp.services.scales import AUTHORS, Scale

NOW = factories.NOW
EASY = Parameters({"formats-3x": -1.5}, {"formats-3x": 0.2}, (0.4, 0.3, 0.2, 0.1))


def _created(session: Session, deck: Deck) -> Campaign:
    new = NewCampaign(
        name="Essai",
        journey="decouverte",
        access="open",
        organization_id=factories.organization(session).id,
        classroom_id=None,
        checkpoints=False,
        guests=False,
        closes_at=None,
    )
    return create_campaign(session, deck.catalog, new, created_by_id=None)


def test_a_campaign_keeps_the_version_it_was_created_with(session: Session, deck: Deck) -> None:
    before = _created(session, deck)
    number = calibrating.publish(session, EASY, now=NOW)
    after = _created(session, deck)
    assert (before.parameter_version_id, after.parameter_version_id) == (None, number)
    for campaign, version in ((before, 0), (after, number)):
        learner, test = enter(session, deck, campaign)
        pass_all(session, deck, learner, test)
        row = session.get_one(Assessment, test)
        assert row.parameter_version_id == campaign.parameter_version_id
        stored = session.scalars(
            select(Presentation.selection).where(Presentation.assessment_id == test)
        ).all()
        assert {one["parameters"] for one in stored} == {version}


def test_a_test_is_measured_on_its_own_version_whatever_is_published_since(
    session: Session, deck: Deck
) -> None:
    learner, test = enter(session, deck, _created(session, deck))
    asked = pass_all(session, deck, learner, test)
    calibrating.publish(session, EASY, now=NOW)
    sitting = sitting_of(session, learner_id=learner, assessment_id=test)
    scale = scales.scale_of(session.connection(), deck.catalog, sitting.opening)
    assert scale == Scale(deck.catalog, AUTHORS)
    assert [one.again for one in retraced(session, deck, sitting)] == asked


def test_the_parameters_of_a_version_come_back_from_the_database(
    session: Session, deck: Deck
) -> None:
    calibrating.publish(session, EASY, now=NOW)
    scales._versions.clear()
    opening = {"parameters": scales.newest_version(session).to_json()}
    bank = scales.bank_of(scales.scale_of(session.connection(), deck.catalog, opening))
    assert bank.items.difficulty[bank.item_index["formats-3x"]] == -1.5
    assert bank.slope_weights.tolist() == pytest.approx(list(EASY.slope_weights))


def test_the_slopes_of_another_engine_are_left_out(session: Session, deck: Deck) -> None:
    other = replace(EASY, slope_weights=(0.5, 0.5))
    calibrating.publish(session, other, now=NOW)
    assert scales.newest_version(session).parameters.slope_weights == ()


def test_the_same_parameters_are_one_version(session: Session) -> None:
    numbers = {calibrating.publish(session, EASY, now=NOW) for _ in range(2)}
    assert len(numbers) == len(session.scalars(select(ParameterVersion)).all()) == 1


def test_tests_are_recorded_and_practices_are_not(session: Session, deck: Deck) -> None:
    campaign = factories.campaign(session)
    learner, test = enter(session, deck, campaign)
    asked = pass_all(session, deck, learner, test)
    subject = subject_of(deck.catalog, topic="formats")
    practice = start_practice(session, deck, learner_id=learner, subject=subject, now=NOW)
    session.add(_answer_to(session, practice))
    session.flush()
    bank = scales.bank_of(Scale(deck.catalog))
    (record,) = recording.recorded_tests(session, bank)
    assert record == Record(tuple(Step(one, "skipped") for one in asked))
    school = session.get_one(Campaign, campaign.id).organization_id
    uai = session.get_one(Organization, school).uai
    assert recording.recorded_tests(session, bank, school=uai)[0].group == 1


def test_a_retake_is_recorded_from_where_the_test_itself_began(
    session: Session, deck: Deck
) -> None:
    learner = factories.learner(session)
    first = factories.campaign(session)
    _, one = enter(session, deck, first, learner=learner)
    asked = pass_all(session, deck, learner.id, one)
    later = NOW + timedelta(days=365.25)
    _, two = enter(session, deck, factories.campaign(session), learner=learner, now=later)
    pass_all(session, deck, learner.id, two, now=later)
    bank = scales.bank_of(Scale(deck.catalog))
    records = recording.recorded_tests(session, bank)
    assert sorted(len(each.past) for each in records) == [0, 1]
    retake = max(records, key=lambda each: len(each.past))
    (past,) = retake.past
    assert past.steps == tuple(Step(each, "skipped") for each in asked)
    assert past.years == pytest.approx(1, abs=1e-3)
    history = history_of(session, learner_id=learner.id, assessment_id=two)
    sitting = sitting_of(session, learner_id=learner.id, assessment_id=two)
    met = measuring.sitting_state(Scale(deck.catalog), sitting, history)
    again = retake.replayed(bank, Scope.of(bank), UNKNOWN_CLASS)
    assert again.probabilities == pytest.approx(met.probabilities, abs=1e-9)


def test_new_parameters_are_compared_with_those_in_use(deck: Deck) -> None:
    tests = _answered(deck)
    first = calibrating.findings(deck.catalog, AUTHORS, tests)
    assert first.better
    in_use = replace(AUTHORS, id=1, digest="1" * 64, parameters=first.parameters)
    again = calibrating.findings(deck.catalog, in_use, tests)
    assert again.before > first.before
    assert not again.better  # what is in use was fitted on these very answers


def _answer_to(session: Session, practice: object) -> Answer:
    asked = session.scalars(
        select(Presentation.id).where(Presentation.assessment_id == practice)
    ).one()
    return Answer(presentation_id=asked, fields={}, value=None, outcome="skipped", created_at=NOW)


def _answered(deck: Deck) -> list[Record]:
    """Students who find every challenge of three topics harder than its author thought."""
    rng = random.Random(4)
    items = sorted(
        one.id
        for one in deck.catalog.challenges.values()
        if one.skill.topic.id in ("formats", "arbo", "tri")
    )
    return [Record(tuple(_steps(deck, items, rng))) for _ in range(20)]


def _steps(deck: Deck, items: list[str], rng: random.Random) -> Iterable[Step]:
    ability = rng.gauss(4, 1.2)
    for one in rng.sample(items, k=12):
        right = ability > deck.catalog.challenges[one].skill.level + 0.8
        yield Step(one, "right" if right else "wrong")
