"""Campaigns, classes and students: read within their school, counted right."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from tests import factories
from webapp.queries import campaigns, classrooms, following, learners
from webapp.queries.campaigns import CampaignNotFound, UnknownCode
from webapp.queries.classrooms import ClassroomNotFound
from webapp.queries.learners import LearnerNotFound


def test_a_campaign_is_found_by_its_code_and_by_its_school_only(session: Session) -> None:
    campaign = factories.campaign(session, code="K4T9WM7HP")
    found = campaigns.campaign_by_code(session, "K4T9WM7HP")
    assert found.campaign.id == campaign.id
    assert found.school == "Lycée des Embruns"
    mine = campaign.organization_id
    assert campaigns.campaign_of(session, organization_id=mine, campaign_id=campaign.id)
    assert campaigns.campaign_of(session, organization_id=None, campaign_id=campaign.id)
    with pytest.raises(CampaignNotFound):
        campaigns.campaign_of(session, organization_id=mine + 1, campaign_id=campaign.id)
    with pytest.raises(UnknownCode):
        campaigns.campaign_by_code(session, "K4T9WM7HH")


def test_a_list_counts_who_is_expected_came_and_finished(session: Session) -> None:
    classroom = factories.classroom(session)
    campaign = factories.campaign(session, classroom=classroom)
    people = [factories.learner(session, classroom=classroom) for _ in range(3)]
    for learner in people[:2]:
        factories.participation(session, campaign=campaign, learner=learner)
    done = factories.participation(session, campaign=campaign, learner=people[2])
    done.sent_at, done.receipt = factories.NOW, "ABC123"
    session.flush()
    (row,) = campaigns.campaigns_of(session, organization_id=campaign.organization_id)
    assert (row.expected, row.entered, row.finished) == (3, 3, 1)


def test_open_campaigns_come_before_closed_ones(session: Session) -> None:
    school = factories.organization(session)
    factories.campaign(session, organization=school, code="AAAAAAAAA", closed_at=factories.NOW)
    factories.campaign(session, organization=school, code="CCCCCCCCC")
    rows = campaigns.campaigns_of(session, organization_id=school.id)
    assert [row.place.campaign.code for row in rows] == ["CCCCCCCCC", "AAAAAAAAA"]


def test_class_four_is_listed_before_class_ten(session: Session) -> None:
    school = factories.organization(session)
    for name in ("Tle 1", "2de 10", "2de 4"):
        factories.classroom(session, organization=school, name=name)
    rows = classrooms.classrooms_of(session, organization_id=school.id)
    assert [row.name for row in rows] == ["2de 4", "2de 10", "Tle 1"]


def test_students_are_sorted_alike_on_every_database(session: Session) -> None:
    classroom = factories.classroom(session)
    for last in ("Zola", "Étienne", "Evrard", "de Sa", "Da Silva", "D’Alo"):
        factories.learner(session, classroom=classroom, last_name=last)
    found = learners.classmates(session, classroom.id)
    assert [one.last_name for one in found] == [
        "D’Alo",
        "Da Silva",
        "de Sa",
        "Étienne",
        "Evrard",
        "Zola",
    ]


def test_a_class_of_another_school_does_not_exist(session: Session) -> None:
    classroom = factories.classroom(session)
    with pytest.raises(ClassroomNotFound):
        classrooms.classroom_of(
            session, organization_id=classroom.organization_id + 1, classroom_id=classroom.id
        )


def test_only_the_class_and_those_who_came_may_enter_a_class_campaign(session: Session) -> None:
    classroom = factories.classroom(session)
    campaign = factories.campaign(session, classroom=classroom)
    mine = factories.learner(session, classroom=classroom)
    other = factories.learner(session, classroom=factories.classroom(session))
    guest = factories.learner(session)
    factories.participation(session, campaign=campaign, learner=guest)
    for allowed in (mine, guest):
        assert learners.learner_in(session, campaign, allowed.id).id == allowed.id
    for refused in (other.id, None):
        with pytest.raises(LearnerNotFound):
            learners.learner_in(session, campaign, refused)


def test_standings_hold_everybody_expected_and_everybody_who_came(session: Session) -> None:
    classroom = factories.classroom(session)
    campaign = factories.campaign(session, classroom=classroom)
    busy = factories.learner(session, classroom=classroom, last_name="Diop", secret=True)
    factories.learner(session, classroom=classroom, last_name="Roy")
    guest = factories.learner(session, last_name="Petit")
    for learner in (busy, guest):
        participation = factories.participation(session, campaign=campaign, learner=learner)
        test = factories.assessment(session, learner=learner, participation=participation)
        for number in (1, 2):
            asked = factories.presentation(session, assessment=test, number=number)
            if number == 1:
                factories.answer(session, presentation=asked)
    found = following.standings(session, campaign)
    assert [one.last_name for one in found] == ["Diop", "Petit", "Roy"]
    assert [one.answered for one in found] == [1, 1, 0]
    assert [one.listed for one in found] == [True, False, True]
    assert [one.has_secret for one in found] == [True, False, False]
    assert found[2].entered_at is None
    assert found[0].last_at is not None
    assert found[0].last_at - factories.NOW < timedelta(seconds=1)


def test_answers_of_another_campaign_are_not_counted(session: Session) -> None:
    classroom = factories.classroom(session)
    here, there = (factories.campaign(session, classroom=classroom) for _ in range(2))
    learner = factories.learner(session, classroom=classroom)
    participation = factories.participation(session, campaign=there, learner=learner)
    test = factories.assessment(session, learner=learner, participation=participation)
    factories.answer(session, presentation=factories.presentation(session, assessment=test))
    assert [one.answered for one in following.standings(session, here)] == [0]
    assert [one.answered for one in following.standings(session, there)] == [1]
