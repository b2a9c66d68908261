"""Drafts: nothing typed is lost, and an older one never replaces a newer one."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from tests.sittings import Sat, sit
from webapp.domain.responses import Choices, Option, Ordering
from webapp.models import Draft

ITEMS = (Option("bcdf", "Un"), Option("ghjk", "Deux"), Option("mnpq", "Trois"))
ORDER = factories.a_question(
    response=Ordering(ITEMS), accepted=[["mnpq", "ghjk", "bcdf"]], mistakes={}
)


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student before « Combien d’images ? »."""
    return sit(browser, saving)


def _draft(saving: Saving) -> tuple[int, dict[str, list[str]]] | None:
    with saving() as session:
        row = session.execute(select(Draft.revision, Draft.fields)).one_or_none()
        return None if row is None else (row.revision, row.fields)


def _send(sat: Sat, revision: str, answer: str) -> tuple[int, str]:
    """A draft as the page sends it while one types: the status, and the line that comes back."""
    page = sat.question()
    form = page.form("answer")
    form.values["revision"] = [revision]
    form.action = f"{sat.address}/brouillon"
    reply = form.fill(answer=answer).htmx()
    return reply.status, reply.by_id("saved").text


def test_a_draft_is_kept_and_says_when(sat: Sat, saving: Saving) -> None:
    status, line = _send(sat, "1", "1")
    assert status == 200
    assert re.fullmatch(r"Enregistré à \d\d:\d\d:\d\d", line)
    assert _draft(saving) == (1, {"answer": ["1"]})


def test_an_older_draft_never_replaces_a_newer_one(sat: Sat, saving: Saving) -> None:
    _send(sat, "7", "12")
    status, line = _send(sat, "6", "1")
    assert (status, line) == (409, "Une version plus récente est déjà enregistrée")
    assert _draft(saving) == (7, {"answer": ["12"]})


def test_a_page_that_is_behind_learns_the_next_revision(sat: Sat) -> None:
    _send(sat, "7", "12")
    form = sat.question().form("answer")
    form.values["revision"] = ["3"]
    form.action = f"{sat.address}/brouillon"
    reply = form.fill(answer="1").htmx()
    assert reply.by_id("revision").get("value") == "8"
    assert reply.by_id("revision").get("hx-swap-oob") == "true"


@pytest.mark.parametrize("revision", ["", "-4", "deux", "9" * 60, "٣"])
def test_an_odd_revision_breaks_nothing(sat: Sat, saving: Saving, revision: str) -> None:
    status, _ = _send(sat, revision, "1")
    assert status == 200
    assert _draft(saving) is not None


def test_the_question_comes_back_with_its_draft_on_any_machine(
    sat: Sat, new_browser: Callable[[], Browser]
) -> None:
    _send(sat, "1", "1")
    another = new_browser()
    sign_in(another, sat.learner)
    page = another.open(f"{sat.address}/question")
    assert page.by_id("f-answer").get("value") == "1"
    assert page.form("answer").values["revision"] == ["2"]
    assert "Enregistré à" in page.by_id("saved").text


def test_without_javascript_a_button_keeps_the_draft(sat: Sat, saving: Saving) -> None:
    page = sat.question().form("answer").fill(answer="1").submit("Enregistrer")
    assert page.url == f"{sat.address}/question"
    assert page.by_id("f-answer").get("value") == "1"
    page.form("answer").fill(answer="12").submit("Enregistrer")
    assert _draft(saving) == (2, {"answer": ["12"]})


def test_a_draft_that_comes_after_the_answer_changes_nothing(sat: Sat, saving: Saving) -> None:
    late = sat.question().form("answer")
    sat.question().form("answer").fill(answer="12").submit("submit")
    late.action = f"{sat.address}/brouillon"
    reply = late.fill(answer="1").htmx()
    assert reply.status == 409
    assert reply.by_id("saved").text == "Cette question a déjà reçu une réponse."
    assert _draft(saving) is None


def test_a_draft_holds_the_fields_of_the_question_and_nothing_else(
    sat: Sat, saving: Saving
) -> None:
    sat.question()
    pairs = [("key", sat.key), ("revision", "1"), ("answer", "1" * 5000), ("other", "x")]
    sat.post("brouillon", pairs)
    found = _draft(saving)
    assert found is not None
    assert list(found[1]) == ["answer"]
    assert len(found[1]["answer"][0]) <= 2000


def test_boxes_that_were_ticked_come_back_ticked(browser: Browser, saving: Saving) -> None:
    question = factories.a_question(response=Choices(ITEMS), accepted=[["bcdf"]], mistakes={})
    sat = sit(browser, saving, question=question)
    form = sat.question().form("answer").fill({"choices": ["bcdf", "mnpq"]})
    page = form.submit("Enregistrer")
    assert page.form("answer").values["choices"] == ["bcdf", "mnpq"]


def test_an_order_moves_by_buttons_without_javascript(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, question=ORDER)
    page = sat.question().form("answer").submit("up:mnpq")
    assert page.form("answer").values["order"] == ["bcdf", "mnpq", "ghjk"]
    page = page.form("answer").submit("up:mnpq")
    page = page.form("answer").submit("down:bcdf")
    assert page.form("answer").values["order"] == ["mnpq", "ghjk", "bcdf"]
    assert page.form("answer").submit("submit").root.one("main").get("data-question") == "2"


def test_htmx_gets_the_moved_order_and_says_where_the_item_is(
    browser: Browser, saving: Saving
) -> None:
    sat = sit(browser, saving, question=ORDER)
    page = sat.question().form("answer").htmx("up:mnpq")
    assert page.form("answer").values["order"] == ["bcdf", "mnpq", "ghjk"]
    assert "Trois : 2e position sur 3." in page.by_id("announce").text


def test_an_order_with_a_foreign_item_starts_again_from_its_own(
    browser: Browser, saving: Saving
) -> None:
    sat = sit(browser, saving, question=ORDER)
    sat.question()
    pairs = [("key", sat.key), ("revision", "1"), ("order", "zzzz"), ("move", "up:ghjk")]
    page = sat.post("brouillon", pairs)
    assert page.form("answer").values["order"] == ["ghjk", "bcdf", "mnpq"]
