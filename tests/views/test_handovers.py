"""Changing machine: a code here, typed there."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in


@pytest.fixture
def test_page(saving: Saving, browser: Browser) -> Page:
    """A test that a guest has begun."""
    with saving() as session:
        code = factories.campaign(session).code
    return browser.open(f"/parcours/{code}").form().fill(first_name="Lou").submit()


def _code(browser: Browser) -> str:
    page = browser.open("/aide").form(button="Continuer ailleurs").submit()
    return page.root.all("p", class_="big-code")[0].text


def _arrive(browser: Browser, code: str) -> Page:
    return (
        browser.open("/")
        .follow("Reprendre sur cette machine un test commencé ailleurs")
        .form(button="Reprendre")
        .fill(code=code)
        .submit()
    )


def test_the_code_opens_the_same_test_and_the_old_machine_stops(
    browser: Browser, new_browser: Callable[[], Browser], test_page: Page
) -> None:
    code = _code(browser)
    assert len(code.replace(" ", "")) == 6
    there = _arrive(new_browser(), code.lower())
    assert there.url.rpartition("/")[0] == test_page.url.rpartition("/")[0]
    old = browser.open(test_page.url)
    assert old.h1 == "Cette session est terminée"
    assert browser.open(test_page.url).url == "/"


@pytest.mark.usefixtures("test_page")
def test_the_code_serves_once_and_the_newest_alone(
    browser: Browser, new_browser: Callable[[], Browser]
) -> None:
    old, new = _code(browser), _code(browser)
    assert _arrive(new_browser(), old).status == 422
    assert _arrive(new_browser(), new).status == 200
    assert _arrive(new_browser(), new).status == 422


@pytest.mark.usefixtures("test_page")
def test_the_code_is_stale_after_ten_minutes(
    browser: Browser, new_browser: Callable[[], Browser]
) -> None:
    code = _code(browser)
    with time_machine.travel(timedelta(minutes=11)):
        page = _arrive(new_browser(), code)
    assert page.status == 422
    assert "10 minutes" in page.by_id("f-code-error").text


def test_guessing_codes_is_slowed_down(browser: Browser) -> None:
    form = browser.open("/reprises").form(button="Reprendre")
    assert {form.fill(code="000000").submit().status for _ in range(30)} == {422}
    assert form.submit().status == 429


def test_help_offers_no_code_to_somebody_without_a_test(browser: Browser) -> None:
    assert "Continuer ailleurs" not in browser.open("/aide").text


def test_who_stays_after_all_goes_back_to_their_test(browser: Browser, test_page: Page) -> None:
    leaving = browser.open("/aide").form(button="Continuer ailleurs").submit()
    assert leaving.follow("Continue sur cette machine").url == test_page.url
    assert test_page.follow("Ce n’est pas moi").follow("Continue ici").url == test_page.url


def test_who_stays_without_a_test_goes_back_to_their_profile(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        learner = factories.learner(session)
    sign_in(browser, learner)
    assert browser.open("/departs").follow("Continue ici").url == "/profil"


def test_this_is_not_me_is_on_every_page_of_a_test_and_names_who_is_there(
    browser: Browser, test_page: Page
) -> None:
    page = test_page.follow("Ce n’est pas moi")
    assert "Lou" in page.text
    page = page.form(button="Ce n’est pas moi").submit()
    assert page.url.startswith("/parcours/")
    assert browser.open(test_page.url).url == "/"
