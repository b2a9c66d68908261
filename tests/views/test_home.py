"""The home page: a code, and in."""

from datetime import timedelta

import pytest
import time_machine

from tests import factories
from tests.browser import Browser
from tests.factories import NOW
from tests.fixtures import Saving


@pytest.fixture
def code(saving: Saving) -> str:
    """The code of an open campaign of a class."""
    with saving() as session:
        classroom = factories.classroom(session, name="2de 4")
        factories.learner(session, classroom=classroom, first_name="Inès")
        return factories.campaign(session, classroom=classroom, code="K4T9WM7HP").code


def test_the_home_page_asks_for_a_code_and_nothing_else(browser: Browser) -> None:
    page = browser.open("/")
    assert page.h1 == "Entre ton code"
    assert [field.get("name") for field in page.root.all("input")] == ["csrf_token", "code"]


@pytest.mark.parametrize("typed", ["K4T9WM7HP", " k4t-9wm 7hp ", "k4t 9wm 7hp"])
@pytest.mark.usefixtures("code")
def test_a_code_typed_in_any_way_leads_to_its_campaign(browser: Browser, typed: str) -> None:
    page = browser.open("/").form().fill(code=typed).submit()
    assert page.url == "/parcours/K4T9WM7HP"
    assert page.h1 == "Qui es-tu ?"


@pytest.mark.usefixtures("code")
def test_a_link_with_the_code_leads_there_too(browser: Browser) -> None:
    assert browser.open("/?code=k4t9wm7hp").url == "/parcours/K4T9WM7HP"
    assert browser.open("/?code=K4T9WM7HH").status == 422


@pytest.mark.parametrize("typed", ["", "bonjour", "K4T 9WM", "K4T9WM7HPX", "<b>K4T</b>"])
def test_what_is_no_code_is_refused_with_what_a_code_looks_like(
    browser: Browser, typed: str
) -> None:
    page = browser.open("/").form().fill(code=typed).submit()
    assert page.status == 422
    assert "K4T 9WM 7HP" in page.by_id("f-code-error").text
    assert page.title.startswith("Erreur : ")
    assert page.by_id("f-code").get("value") == typed
    assert page.by_id("f-code").get("aria-invalid") == "true"


def test_an_unknown_code_is_refused_and_may_be_typed_again(browser: Browser, code: str) -> None:
    page = browser.open("/").form().fill(code="K4T9WM7HH").submit()
    assert page.status == 422
    assert "Aucun test n’a ce code" in page.text
    assert page.form().fill(code=code).submit().h1 == "Qui es-tu ?"


def test_a_closed_campaign_says_so_and_whom_to_ask(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        campaign = factories.campaign(session, closed_at=NOW)
        campaign.created_by_id = factories.account(session, name="Mme Fournier").id
    page = browser.open("/").form().fill(code=campaign.code).submit()
    assert page.status == 422
    assert "est fermé. Demande à Mme Fournier" in page.text
    assert browser.open(f"/parcours/{campaign.code}").status == 409


def test_a_campaign_closes_by_itself_when_its_time_is_over(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        code = factories.campaign(session, closes_at=NOW).code
    with time_machine.travel(NOW - timedelta(minutes=1), tick=False):
        assert browser.open(f"/parcours/{code}").status == 200
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        assert browser.open(f"/parcours/{code}").status == 409


def test_the_same_wrong_code_again_and_again_is_slowed_down(browser: Browser) -> None:
    form = browser.open("/").form().fill(code="K4T9WM7HH")
    assert {form.submit().status for _ in range(100)} == {422}
    page = form.submit()
    assert page.status == 429
    assert 0 < int(page.headers["retry-after"]) <= 300


@pytest.mark.parametrize(
    ("words", "h1"), [("Tes données", "Tes données"), ("Accessibilité", "Accessibilité")]
)
def test_the_pages_of_the_footer_open(browser: Browser, words: str, h1: str) -> None:
    assert browser.open("/").follow(words).h1 == h1
