"""Counts of exposure: one more for each finished test, read when the next one starts."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import MINUTE, enter, pass_all, pass_one
from webapp.models import Assessment, ExposureCount, Presentation
from webapp.services.asking import Deck

LATER = factories.NOW + 60 * MINUTE


def _given(session: Session, organization_id: int) -> dict[str, int]:
    rows = session.execute(
        select(ExposureCount.challenge, ExposureCount.given).where(
            ExposureCount.organization_id == organization_id, ExposureCount.given > 0
        )
    )
    return {row.challenge: row.given for row in rows}


def test_an_answer_never_touches_the_counts(
    session: Session, deck: Deck, statements: list[str]
) -> None:
    learner, test = enter(session, deck, factories.campaign(session))
    statements.clear()
    asked = pass_all(session, deck, learner, test)
    assert len(asked) > 3
    assert not [one for one in statements if "exposure_count" in one]


def test_a_finished_test_is_counted_once_when_the_next_of_the_school_starts(
    session: Session, deck: Deck
) -> None:
    campaign = factories.campaign(session)
    learner, test = enter(session, deck, campaign)
    asked = pass_all(session, deck, learner, test)
    assert _given(session, campaign.organization_id) == {}
    for _ in range(2):
        enter(session, deck, campaign, now=LATER)
        assert _given(session, campaign.organization_id) == dict.fromkeys(asked, 1)
    assert session.get_one(Assessment, test).counted_at == LATER


def test_all_that_could_be_asked_counts_as_eligible(session: Session, deck: Deck) -> None:
    campaign = factories.campaign(session)
    pass_all(session, deck, *enter(session, deck, campaign))
    enter(session, deck, campaign, now=LATER)
    catalog = deck.catalog
    within = [
        one.id
        for one in catalog.challenges.values()
        if one.skill.topic.id in ("formats", "arbo", "tri", "mdp") and one.skill.level <= 6
    ]
    rows = session.execute(select(ExposureCount.challenge, ExposureCount.eligible)).all()
    assert {row.challenge: row.eligible for row in rows} == dict.fromkeys(within, 1)


def test_a_test_that_had_nothing_to_ask_is_counted_for_nothing(
    session: Session, deck: Deck
) -> None:
    campaign = factories.campaign(session)
    _, test = enter(session, deck, campaign)
    session.execute(delete(Presentation).where(Presentation.assessment_id == test))
    session.execute(update(Assessment).values(scope={"gone": 7}, finished_at=factories.NOW))
    session.expire_all()
    enter(session, deck, campaign, now=LATER)
    assert session.get_one(Assessment, test).counted_at == LATER
    assert session.scalar(select(func.count()).select_from(ExposureCount)) == 0


def test_a_test_that_is_not_finished_and_one_of_another_school_do_not_count(
    session: Session, deck: Deck
) -> None:
    campaign, other = factories.campaign(session), factories.campaign(session)
    pass_one(session, deck, *enter(session, deck, campaign), now=LATER)
    pass_all(session, deck, *enter(session, deck, other))
    enter(session, deck, campaign, now=LATER)
    assert session.scalar(select(func.count()).select_from(ExposureCount)) == 0


def test_what_was_given_too_often_is_left_aside_and_stored_with_the_test(
    session: Session, deck: Deck
) -> None:
    campaign = factories.campaign(session)
    often = ("formats-1x", "formats-2x")
    for challenge in often:
        session.add(
            ExposureCount(
                organization_id=campaign.organization_id,
                challenge=challenge,
                eligible=1,
                given=2 * 10**9,  # so that no draw, however lucky, lets it through
            )
        )
    session.flush()
    learner, test = enter(session, deck, campaign)
    known = set(often) & set(deck.catalog.challenges)
    assert known
    assert set(session.get_one(Assessment, test).opening["aside"]) == known
    assert not known & set(pass_all(session, deck, learner, test))


def test_classmates_do_not_meet_the_same_challenge_at_the_same_moment(
    session: Session, deck: Deck
) -> None:
    campaign = factories.campaign(session)
    journey = deck.catalog.journeys["rentree-seconde"]
    tests = [enter(session, deck, campaign, journey=journey) for _ in range(5)]
    for number in range(4):
        open_now = session.scalars(
            select(Presentation.challenge).where(Presentation.number == number + 1)
        ).all()
        assert len(set(open_now)) == len(tests), open_now
        for learner, test in tests:
            pass_one(session, deck, learner, test, now=LATER)


def test_what_classmates_just_got_is_stored_with_the_question(session: Session, deck: Deck) -> None:
    campaign = factories.campaign(session)
    enter(session, deck, campaign)
    _, test = enter(session, deck, campaign)
    mine = Presentation.assessment_id == test
    theirs = session.scalars(select(Presentation.challenge).where(~mine)).all()
    assert session.scalars(select(Presentation.selection).where(mine)).one()["tabu"] == theirs


def test_what_was_asked_an_hour_ago_or_elsewhere_forbids_nothing(
    session: Session, deck: Deck
) -> None:
    campaign = factories.campaign(session)
    enter(session, deck, campaign)
    enter(session, deck, factories.campaign(session), now=LATER)
    _, test = enter(session, deck, campaign, now=LATER)
    wanted = select(Presentation.selection).where(Presentation.assessment_id == test)
    assert "tabu" not in session.scalars(wanted).one()
