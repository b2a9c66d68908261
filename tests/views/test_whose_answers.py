"""Whose test it is: nobody reads it or answers in it but the student who sits it."""

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import select

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from tests.sittings import Sat, sit
from webapp.models import Answer, Learner


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student before « Combien d’images ? »."""
    return sit(browser, saving)


def _answers(saving: Saving) -> Sequence[Answer]:
    with saving() as session:
        return session.scalars(select(Answer)).all()


@pytest.fixture
def stranger(saving: Saving, new_browser: Callable[[], Browser]) -> Browser:
    """Another student, signed in on a machine of their own."""
    with saving() as session:
        other = factories.learner(session)
    browser = new_browser()
    sign_in(browser, other)
    return browser


def test_an_unknown_key_and_no_key_are_not_found(sat: Sat) -> None:
    sat.question()
    assert sat.post("reponses", [("key", "x" * 32), ("action", "skip")]).status == 404
    sat.question()
    assert sat.post("reponses", [("action", "skip")]).status == 404


@pytest.mark.parametrize(
    "path",
    ["question", "presentation", "questions/1", "resultats", "copie"],
)
def test_a_test_of_somebody_else_does_not_exist(sat: Sat, stranger: Browser, path: str) -> None:
    assert stranger.open(f"{sat.address}/{path}").status == 404


@pytest.mark.parametrize("path", ["reponses", "brouillon", "environnement/actions"])
def test_nobody_answers_for_somebody_else(
    sat: Sat, stranger: Browser, saving: Saving, path: str
) -> None:
    stranger.open("/entrainement")
    pairs = [("key", sat.key), ("answer", "12"), ("action", "submit")]
    assert stranger.post(f"{sat.address}/{path}", pairs).status == 404
    assert _answers(saving) == []


def test_a_session_that_ended_elsewhere_answers_nothing_and_says_so(
    sat: Sat, saving: Saving
) -> None:
    sat.question()
    with saving() as session:
        session.get_one(Learner, sat.learner.id).session_epoch += 1
    page = sat.post("reponses", [("key", sat.key), ("answer", "12"), ("action", "submit")])
    assert page.url == "/ailleurs"
    assert _answers(saving) == []


def test_a_teacher_answers_nothing(sat: Sat, saving: Saving) -> None:
    with saving() as session:
        sign_in(sat.browser, factories.account(session, role="teacher"))
    sat.browser.open("/")
    pairs = [("key", sat.key), ("answer", "12"), ("action", "submit")]
    assert sat.browser.post(f"{sat.address}/reponses", pairs).status == 404


def test_a_key_of_another_test_of_mine_is_not_of_this_one(
    sat: Sat, saving: Saving, browser: Browser
) -> None:
    with saving() as session:
        other = factories.assessment(session, learner=sat.learner)
        key = factories.presentation(session, assessment=other).key
    sat.question()
    assert sat.post("reponses", [("key", key), ("action", "skip")]).status == 404
