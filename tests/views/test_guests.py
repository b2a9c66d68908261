"""Who are you, without any list: a first name is enough, where guests are let in."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from tests import factories
from tests.browser import Browser
from tests.doors import CODE, DOOR, class_with_homonyms
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.models import Classroom, Learner, Participation
from webapp.services.joining import Guest, welcome_guest


@pytest.fixture
def classroom(saving: Saving) -> Classroom:
    """A class with its campaign, which lets no guest in."""
    return class_with_homonyms(saving)


def test_in_an_open_campaign_a_first_name_is_enough(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        factories.campaign(session, code=CODE)
    page = browser.open(DOOR)
    assert page.form().fill(first_name="  ").submit().status == 422
    assert page.form().fill(first_name="Inès").submit().url.startswith("/tests/")


def test_a_class_lets_guests_in_only_when_its_campaign_says_so(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    page = browser.open(DOOR)
    assert "Entre sans la liste" not in page.links()
    assert browser.open(f"{DOOR}/invites").status == 422
    with saving() as session:
        factories.campaign(session, classroom=classroom, code="AAA999AAA").guests = True
    page = browser.open("/parcours/AAA999AAA").follow("Entre sans la liste")
    assert page.form().fill(first_name="Lou").submit().status == 422
    page = page.form().fill(first_name="Lou", last_name="Petit").submit()
    assert page.url.startswith("/tests/")


def test_a_guest_who_leaves_before_any_answer_leaves_no_trace(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        factories.campaign(session, code=CODE)
    browser.open(DOOR).form().fill(first_name="Lou").submit()
    browser.open("/departs").form(button="Ce n’est pas moi").submit()
    with saving() as session:
        assert session.scalars(select(Learner)).all() == []
        assert session.scalars(select(Participation)).all() == []


def test_a_guest_is_told_before_leaving_that_only_an_account_keeps_the_way_back(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        factories.campaign(session, code=CODE)
    browser.open(DOOR).form().fill(first_name="Lou").submit()
    account = browser.open("/departs").follow("Crée d’abord un compte")
    form = account.form(button="Créer mon compte")
    form.fill(name="Lou", login="lou", password="trois mots au hasard").submit()
    assert "Crée d’abord un compte" not in browser.open("/departs").links()


def test_who_is_on_a_list_can_always_come_back(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        learner = session.scalars(select(Learner)).all()[0]
    sign_in(browser, learner)
    assert "Crée d’abord un compte" not in browser.open("/departs").links()


def test_a_guest_s_form_sent_twice_is_one_guest(saving: Saving) -> None:
    with saving() as session:
        campaign = factories.campaign(session)
        same, other = Guest("Lou", key=uuid4()), Guest("Lou", key=uuid4())
        first, again, another = (
            welcome_guest(session, campaign, each).id for each in (same, same, other)
        )
        assert first == again != another
        namesake = Guest("Léo", key=same.key)
        assert welcome_guest(session, campaign, namesake).id not in (first, another)


def test_the_form_of_guests_never_opens_somebody_else_s_test(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        campaign = factories.campaign(session, classroom=classroom, code="AAA999AAA")
        campaign.guests = True
        listed = factories.learner(
            session, classroom=classroom, first_name="Lou", last_name="Petit", secret=True
        )
    door = f"/parcours/{campaign.code}/invites"
    browser.open(door)
    page = browser.post(door, {"first_name": "Lou", "last_name": "Petit", "key": str(listed.id)})
    assert page.url.startswith("/tests/")
    with saving() as session:
        assert listed.id not in session.scalars(select(Participation.learner_id)).all()
