"""Lessons: to read, and to practise at once."""

import pytest
from flask import Flask

from tests import factories
from tests.browser import Browser
from tests.conftest import Saving
from tests.people import sign_in


@pytest.fixture
def address(app: Flask) -> str:
    """The address of a lesson of the bank."""
    tutorials = app.extensions["azimut.catalog"].tutorials
    return f"/tutoriels/{next(iter(tutorials))}"


def test_anybody_may_read_a_lesson(browser: Browser, address: str) -> None:
    page = browser.open(address)
    assert page.status == 200
    assert "min" in page.text


def test_a_lesson_that_does_not_exist_is_not_found(browser: Browser) -> None:
    assert browser.open("/tutoriels/rien").status == 404


def test_a_lesson_leads_to_practice(browser: Browser, saving: Saving, address: str) -> None:
    with saving() as session:
        learner = factories.learner(session)
    sign_in(browser, learner)
    page = browser.open(address).form(button="M’entraîner sur ce sujet").submit()
    assert page.root.one("main").get("data-state") == "question"
