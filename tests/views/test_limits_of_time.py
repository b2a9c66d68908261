"""A test that lasts an hour: from its first question on, never ended in the middle of one."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from webapp.models import Account, Campaign, Learner

START = factories.NOW + timedelta(days=400)
LIST = "/enseignant/campagnes"


def entered(browser: Browser, saving: Saving, *, checkpoints: bool = False) -> Page:
    """Somebody before the first question of a test of twenty minutes."""
    with saving() as session:
        campaign = factories.campaign(session, checkpoints=checkpoints, minutes=20)
    page = browser.open(f"/parcours/{campaign.code}")
    return page.form(button="C’est parti").fill(first_name="Inès").submit()


def test_the_hour_begins_with_the_first_question_and_its_end_is_shown(
    browser: Browser, saving: Saving
) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = entered(browser, saving)
        assert "Tu as 20 minutes à partir de « Je commence »" in page.text.replace("\xa0", " ")
        clock.shift(timedelta(minutes=30))
        page = page.form(button="Je commence").submit()
        end = page.root.one("span", class_="clock").text
        assert "fin à" in end
        clock.shift(timedelta(minutes=5))
        page = page.form("answer").submit("skip")
        assert page.root.one("main").get("data-question") == "2"
        assert page.root.one("span", class_="clock").text == end


def test_who_is_in_the_middle_of_a_question_may_finish_it_and_no_other_comes(
    browser: Browser, saving: Saving
) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = entered(browser, saving).form(button="Je commence").submit()
        clock.shift(timedelta(minutes=21))
        assert browser.open(page.url).root.one("main").get("data-question") == "1"
        page = browser.open(page.url).form("answer").submit("skip")
        assert page.url.endswith("/resultats")


def test_the_corrections_of_a_checkpoint_are_read_after_the_hour_and_end_the_test(
    browser: Browser, saving: Saving
) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = entered(browser, saving, checkpoints=True).form(button="Je commence").submit()
        for _ in range(5):
            page = page.form("answer").submit("skip")
        assert page.root.one("main").get("data-state") == "checkpoint"
        clock.shift(timedelta(minutes=21))
        assert browser.open(page.url).root.one("main").get("data-state") == "checkpoint"
        page = browser.open(page.url).form(button="Continuer").submit()
        assert page.url.endswith("/resultats")


def a_pupil(saving: Saving, teacher: Account) -> Learner:
    """A student of the teacher’s school."""
    with saving() as session:
        classroom = factories.classroom(session, name="2de 4")
        classroom.organization_id = teacher.organization_id or 0
        return factories.learner(session, classroom=classroom, first_name="Tom")


def test_extra_time_is_given_and_withdrawn_on_the_page_of_the_class(
    browser: Browser, saving: Saving, teacher: Account
) -> None:
    pupil = a_pupil(saving, teacher)
    page = browser.open(f"/enseignant/classes/{pupil.classroom_id}")
    page = page.form(button="Accorder").submit()
    assert "un tiers" in page.text
    page = page.form(button="Retirer").submit()
    assert page.form(button="Accorder")


def test_somebody_of_another_school_has_no_page(
    browser: Browser, saving: Saving, teacher: Account
) -> None:
    with saving() as session:
        stranger = factories.learner(session, classroom=factories.classroom(session))
    mine = a_pupil(saving, teacher)
    page = browser.open(f"/enseignant/classes/{mine.classroom_id}")
    token = page.root.all("input", name="csrf_token")[0].get("value")
    address = f"/enseignant/classes/{stranger.classroom_id}/eleves/{stranger.id}/temps-majore"
    assert browser.post(address, [("csrf_token", token), ("action", "give")]).status == 404


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("45", 45), ("45 min", 45)])
def test_a_duration_is_read_as_it_is_typed(
    browser: Browser, saving: Saving, teacher: Account, typed: str, kept: int | None
) -> None:
    pupil = a_pupil(saving, teacher)
    form = browser.open(LIST).follow("Nouveau test").form(button="Créer le test")
    form.fill(name="Rentrée", classroom=str(pupil.classroom_id), minutes=typed).submit()
    with saving() as session:
        assert session.scalars(select(Campaign)).one().minutes == kept


@pytest.mark.usefixtures("teacher")
@pytest.mark.parametrize("typed", ["3", "une heure", "1000"])
def test_a_duration_that_is_none_is_refused_beside_its_field(browser: Browser, typed: str) -> None:
    form = browser.open(LIST).follow("Nouveau test").form(button="Créer le test")
    page = form.fill(name="Rentrée", access="open", minutes=typed).submit()
    assert page.reply.status == 422
    assert "de 5 à 300" in page.text
