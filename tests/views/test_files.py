"""The files of a question: under its own address, for its student, once it is open."""

from collections.abc import Callable

import pytest

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from tests.sittings import Sat, sit
from webapp.domain.materials import Files, Recipe
from webapp.models import Presentation

TEXT = Recipe("notes.txt", "text", {"body": "douze images"}, description="Texte")
PAGE = Recipe("page.html", "text", {"body": "<script>alert(1)</script>"})
QUESTION = factories.a_question(material=Files((TEXT, PAGE)))


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student who has two files to search."""
    return sit(browser, saving, question=QUESTION)


def _file(sat: Sat, place: int = 1, name: str = "notes.txt", number: int = 1) -> str:
    return f"{sat.address}/questions/{number}/fichiers/{place}/{name}"


def test_the_page_offers_its_files_at_addresses_that_tell_nothing(sat: Sat) -> None:
    page = sat.question()
    links = [each for each in page.root.all("a") if each.has("download")]
    assert [each.get("href") for each in links] == [_file(sat), _file(sat, 2, "page.html")]
    assert "wide" in page.root.one("main").get("class")


def test_a_file_is_downloaded_under_its_own_name_and_can_do_nothing(sat: Sat) -> None:
    page = sat.browser.open(_file(sat))
    assert page.status == 200
    assert page.reply.body.decode().strip() == "douze images"
    assert page.headers["content-disposition"] == "attachment; filename=notes.txt"
    assert "sandbox" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"


def test_a_page_made_for_a_question_is_never_shown_as_one_of_ours(sat: Sat) -> None:
    reply = sat.browser.transport.send("GET", _file(sat, 2, "page.html"), [], {})
    assert reply.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in reply.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("place", "name", "number"),
    [(1, "other.txt", 1), (3, "notes.txt", 1), (0, "notes.txt", 1), (1, "notes.txt", 2)],
)
def test_a_file_that_is_not_of_the_question_is_not_found(
    sat: Sat, place: int, name: str, number: int
) -> None:
    assert sat.browser.open(_file(sat, place, name, number)).status == 404


def test_a_file_of_somebody_else_does_not_exist(
    sat: Sat, saving: Saving, new_browser: Callable[[], Browser]
) -> None:
    with saving() as session:
        other = factories.learner(session)
    stranger = new_browser()
    sign_in(stranger, other)
    assert stranger.open(_file(sat)).status == 404


def test_a_file_waits_until_its_question_is_shown(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, checkpoints=True)
    for _ in range(5):
        sat.question().form("answer").submit("skip")
    with saving() as session:
        sixth = session.query(Presentation).filter_by(number=6).one()
        session.delete(sixth)
        session.flush()
        test = session.get_one(factories.models.Assessment, sat.assessment_id)
        factories.presentation(session, assessment=test, number=6, question=QUESTION)
    assert sat.browser.open(_file(sat, number=6)).status == 404
    sat.question().form(button="Continuer").submit()
    assert sat.browser.open(_file(sat, number=6)).status == 200


def test_a_file_already_here_is_not_sent_again(sat: Sat) -> None:
    first = sat.browser.transport.send("GET", _file(sat), [], {})
    tag = first.headers["etag"]
    again = sat.browser.transport.send("GET", _file(sat), [], {"If-None-Match": tag})
    assert (again.status, again.body) == (304, b"")
