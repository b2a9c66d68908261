"""The preview: the student's own page for an adult, and no trace."""

import pytest

from tests import factories
from tests.bank import catalogue
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.content import drawing
from webapp.domain.challenge import Challenge
from webapp.domain.responses import NoResponse

CATALOG = catalogue.catalog()
EVERY = list(CATALOG.challenges.values())
ONE_OF_EACH = {one.format: one for one in EVERY}.values()


@pytest.fixture
def teacher(saving: Saving, browser: Browser) -> Browser:
    """A teacher's browser."""
    with saving() as session:
        sign_in(browser, factories.account(session))
    return browser


def _open(browser: Browser, challenge: Challenge, **query: str) -> Page:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return browser.open(f"/enseignant/apercu/{challenge.id}?{asked}")


def test_the_whole_bank_is_listed_and_opens(teacher: Browser) -> None:
    page = teacher.open("/enseignant/defis")
    rows = [link for link in page.root.all("a") if "/apercu/" in link.get("href")]
    assert len(rows) == len(EVERY)
    assert teacher.open(rows[0].get("href")).status == 200


@pytest.mark.parametrize("challenge", ONE_OF_EACH, ids=lambda one: one.id)
def test_a_right_answer_is_filled_in_and_graded_right(
    teacher: Browser, challenge: Challenge
) -> None:
    page = _open(teacher, challenge, reponse="juste", tirage="3")
    page = page.form("answer").submit("submit")
    assert "Cette réponse serait comptée juste." in page.text


@pytest.mark.parametrize("challenge", ONE_OF_EACH, ids=lambda one: one.id)
def test_each_expected_mistake_is_filled_in_and_explained(
    teacher: Browser, challenge: Challenge
) -> None:
    page = _open(teacher, challenge, tirage="3")
    links = [link for link in page.root.all("a") if "reponse=" in link.get("href")]
    for link in links:
        tried = teacher.open(link.get("href")).form("answer").submit("submit")
        word = "juste" if "reponse=juste" in link.get("href") else "fausse"
        assert f"serait comptée {word}" in tried.text, link.get("href")


@pytest.mark.parametrize("challenge", ONE_OF_EACH, ids=lambda one: one.id)
def test_passing_leads_to_another_draw(teacher: Browser, challenge: Challenge) -> None:
    page = _open(teacher, challenge, tirage="3").form("answer").submit("skip")
    assert page.url.endswith("tirage=4")


def test_an_answer_left_empty_is_refused_as_a_student_s_would_be(teacher: Browser) -> None:
    challenge = next(one for one in EVERY if one.format == "number")
    page = _open(teacher, challenge).form("answer").submit("submit")
    assert page.status == 422
    assert page.title.startswith("Erreur : ")


def test_an_ordering_is_moved_without_javascript(teacher: Browser) -> None:
    challenge = next(one for one in EVERY if one.format == "ordering")
    page = _open(teacher, challenge)
    before = [each.get("value") for each in page.root.all("input", name="order")]
    page = page.form("answer").submit(f"down:{before[0]}")
    after = [each.get("value") for each in page.root.all("input", name="order")]
    assert after == [before[1], before[0], *before[2:]]


def test_the_files_of_a_draw_are_given(teacher: Browser) -> None:
    challenge = next(one for one in EVERY if one.format == "file")
    page = _open(teacher, challenge, tirage="2")
    addresses = {
        each.get("href") for each in page.root.all("a") if "/fichiers/" in each.get("href")
    }
    assert addresses
    for address in addresses:
        assert teacher.open(address).status == 200
    assert teacher.open(f"/enseignant/apercu/{challenge.id}/fichiers/99/x").status == 404


def test_gestures_in_an_environment_travel_in_the_address(teacher: Browser) -> None:
    challenge = next(
        one
        for one in EVERY
        if one.format == "simulation"
        and isinstance(drawing.draw(CATALOG, one.id, 0).response, NoResponse)
    )
    done = _open(teacher, challenge, reponse="juste").by_id("answer").get("action")
    assert "j=" in done
    untouched = _open(teacher, challenge).by_id("answer").get("action")
    assert "j=" not in untouched


@pytest.mark.parametrize("journal", ["x", "AAAA", "eJyrrgUAAXUA-Q", "=", "é"])
def test_a_forged_journal_is_no_journal(teacher: Browser, journal: str) -> None:
    challenge = next(one for one in EVERY if one.format == "simulation")
    assert _open(teacher, challenge, j=journal).status == 200


def test_a_preview_writes_nothing(teacher: Browser, statements: list[str]) -> None:
    statements.clear()
    for challenge in ONE_OF_EACH:
        _open(teacher, challenge, reponse="juste").form("answer").submit("submit")
    assert statements
    assert {each.split()[0].upper() for each in statements} == {"SELECT"}


def test_an_unknown_challenge_is_404(teacher: Browser) -> None:
    assert teacher.open("/enseignant/apercu/rien").status == 404
    assert teacher.open("/enseignant/apercu?defi=").status == 404
