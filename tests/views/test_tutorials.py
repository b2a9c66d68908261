"""Lessons: to read, and to practise at once."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.models import FinishedTutorial


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


def test_a_lesson_is_finished_with_a_button_and_says_so(
    browser: Browser, saving: Saving, address: str
) -> None:
    with saving() as session:
        learner = factories.learner(session)
    sign_in(browser, learner)
    page = browser.open(address).form(button="J’ai terminé").submit()
    assert page.url == address
    assert "Terminé le" in page.text
    assert "J’ai terminé" not in page.text
    browser.post(f"{address}/lectures", [])
    with saving() as session:
        (row,) = session.scalars(select(FinishedTutorial)).all()
        assert (row.learner_id, address.endswith(row.tutorial)) == (learner.id, True)


def test_what_somebody_else_finished_is_theirs(
    new_browser: Callable[[], Browser], saving: Saving, address: str
) -> None:
    with saving() as session:
        one, other = factories.learner(session), factories.learner(session)
    mine, theirs = new_browser(), new_browser()
    sign_in(mine, one)
    sign_in(theirs, other)
    mine.open(address).form(button="J’ai terminé").submit()
    assert "Terminé" not in theirs.open(address).text
    assert "J’ai terminé" not in new_browser().open(address).text


def test_a_lesson_that_does_not_exist_cannot_be_finished(
    browser: Browser, saving: Saving, address: str
) -> None:
    with saving() as session:
        learner = factories.learner(session)
    sign_in(browser, learner)
    browser.open(address)
    assert browser.post("/tutoriels/rien/lectures", []).status == 404
    with saving() as session:
        assert session.scalars(select(FinishedTutorial)).all() == []
