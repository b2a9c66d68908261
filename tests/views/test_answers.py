"""Answering: stored once, whatever is sent twice, too late, from two tabs or half filled in."""

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests import factories
from tests.browser import Browser, FlaskTransport, Page
from tests.fixtures import Saving
from tests.sittings import Sat, sit
from webapp.domain.responses import Blank, Blanks, Choices, Number, Option, Text
from webapp.models import Answer, Assessment, Participation, Presentation

TWO_FIELDS = factories.a_question(
    response=Blanks((Blank("a", "Le jour", Text()), Blank("b", "Le nombre", Number()))),
    accepted=[{"a": ["lundi"], "b": [4]}],
    mistakes={"day": {"a": "mardi"}},
)


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student before « Combien d’images ? »."""
    return sit(browser, saving)


def _answers(saving: Saving, assessment_id: UUID) -> list[tuple[int, str, object]]:
    with saving() as session:
        rows = session.execute(
            select(Presentation.number, Answer.outcome, Answer.value)
            .join(Answer, Answer.presentation_id == Presentation.id)
            .where(Presentation.assessment_id == assessment_id)
            .order_by(Answer.id)
        )
        return [tuple(row) for row in rows]


def _questions(saving: Saving, assessment_id: UUID) -> int:
    with saving() as session:
        mine = Presentation.assessment_id == assessment_id
        return session.scalar(select(func.count(Presentation.id)).where(mine)) or 0


def _main(page: Page) -> tuple[str, str]:
    main = page.root.one("main")
    return main.get("data-state"), main.get("data-question")


def test_an_answer_is_stored_and_the_next_question_comes(sat: Sat, saving: Saving) -> None:
    page = sat.question().form("answer").fill(answer="12").submit("submit")
    assert _main(page) == ("question", "2")
    assert _answers(saving, sat.assessment_id) == [(1, "right", "12")]


def test_a_known_mistake_is_named(sat: Sat, saving: Saving) -> None:
    sat.question().form("answer").fill(answer="24").submit("submit")
    with saving() as session:
        assert session.scalars(select(Answer.mistake)).one() == "added_twice"


def test_a_pass_needs_nothing_and_keeps_no_value(sat: Sat, saving: Saving) -> None:
    page = sat.question().form("answer").fill(answer="9").submit("skip")
    assert _main(page) == ("question", "2")
    assert _answers(saving, sat.assessment_id) == [(1, "skipped", None)]


def test_the_enter_key_sends_the_answer(sat: Sat, saving: Saving) -> None:
    sat.question().form("answer").fill(answer="12").submit()
    assert _answers(saving, sat.assessment_id) == [(1, "right", "12")]


def test_programs_find_what_they_rely_on(sat: Sat) -> None:
    page = sat.question()
    main = page.root.one("main")
    assert main.get("data-assessment") == str(sat.assessment_id)
    assert _main(page) == ("question", "1")
    form = page.form("answer")
    assert form.action == f"{sat.address}/reponses"
    assert form.element.one("input", name="key").get("value") == sat.key
    values = [each.get("value") for each in form.element.all("button", name="action")]
    assert values[:2] == ["submit", "skip"]


def test_htmx_gets_the_next_question_alone_with_where_one_stands(sat: Sat) -> None:
    page = sat.question().form("answer").fill(answer="12").htmx("submit")
    assert page.status == 200
    assert "<html" not in page.source
    assert _main(page) == ("question", "2")
    assert page.by_id("progress").get("hx-swap-oob") == "true"
    assert "Réponse enregistrée" in page.by_id("announce").text
    assert page.title == f"{page.h1} — Azimut"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "nombre"), ("douze images", "nombre"), ("x" * 600, "trop longue")],
)
def test_what_cannot_be_read_is_refused_beside_its_field_and_costs_nothing(
    sat: Sat, saving: Saving, typed: str, said: str
) -> None:
    page = sat.question().form("answer").fill(answer=typed).submit("submit")
    assert page.status == 422
    assert page.title.startswith("Erreur : ")
    assert said in page.by_id("f-answer-error").text
    assert page.by_id("f-answer").get("value") == typed
    assert page.form("answer").element.one("input", name="key").get("value") == sat.key
    assert _answers(saving, sat.assessment_id) == []


def test_what_is_missing_is_said_and_the_rest_is_kept(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, question=TWO_FIELDS)
    form = sat.question().form("answer").fill({"blank-a": "lundi"})
    page = form.htmx("submit")
    assert page.status == 422
    assert page.by_id("f-blank-a").get("value") == "lundi"
    assert page.by_id("f-blank-b-error").text
    done = sat.question().form("answer").fill({"blank-a": "lundi", "blank-b": "4"})
    done.submit("submit")
    assert _answers(saving, sat.assessment_id) == [(1, "right", {"a": "lundi", "b": "4"})]


def test_several_faults_are_listed_at_the_top(browser: Browser, saving: Saving) -> None:
    page = sit(browser, saving, question=TWO_FIELDS).question().form("answer").submit("submit")
    links = [each.get("href") for each in page.by_id("errors").all("a")]
    assert links == ["#f-blank-a", "#f-blank-b"]


def test_an_option_that_was_not_offered_is_refused(browser: Browser, saving: Saving) -> None:
    options = (Option("bcdf", "Une"), Option("ghjk", "Deux"))
    question = factories.a_question(response=Choices(options), accepted=[["bcdf"]], mistakes={})
    sat = sit(browser, saving, question=question)
    sat.question()
    page = sat.post("reponses", [("key", sat.key), ("choices", "right"), ("action", "submit")])
    assert page.status == 422
    assert _answers(saving, sat.assessment_id) == []


def test_the_same_answer_again_is_a_replay_and_writes_nothing(sat: Sat, saving: Saving) -> None:
    sat.question()
    pairs = [("key", sat.key), ("answer", "12"), ("action", "submit")]
    for _ in range(3):
        assert _main(sat.post("reponses", pairs)) == ("question", "2")
    assert len(_answers(saving, sat.assessment_id)) == 1
    assert _questions(saving, sat.assessment_id) == 2


def test_a_replay_may_be_typed_otherwise(sat: Sat, saving: Saving) -> None:
    sat.question().form("answer").fill(answer="12").submit("submit")
    page = sat.post("reponses", [("key", sat.key), ("answer", " 12,0 "), ("action", "submit")])
    assert _main(page) == ("question", "2")
    assert len(_answers(saving, sat.assessment_id)) == 1


@pytest.mark.parametrize(
    "second",
    [
        [("answer", "13"), ("action", "submit")],
        [("answer", ""), ("action", "submit")],
        [("action", "skip")],
    ],
)
def test_another_answer_to_the_same_question_is_refused_and_leads_on(
    sat: Sat, saving: Saving, second: list[tuple[str, str]]
) -> None:
    sat.question().form("answer").fill(answer="12").submit("submit")
    page = sat.post("reponses", [("key", sat.key), *second])
    assert page.status == 409
    assert page.h1 == "Cette question a déjà reçu une réponse."
    assert _main(page.follow("Continuer ici")) == ("question", "2")
    assert _answers(saving, sat.assessment_id) == [(1, "right", "12")]


def test_two_tabs_count_once(sat: Sat, saving: Saving) -> None:
    first, second = sat.question(), sat.question()
    first.form("answer").fill(answer="12").submit("submit")
    late = second.form("answer").fill(answer="24").htmx("submit")
    assert late.status == 409
    assert late.root.one("main").get("id") == "question"
    assert _answers(saving, sat.assessment_id) == [(1, "right", "12")]


def test_an_old_page_gets_a_new_token_and_the_answer_is_kept(sat: Sat, saving: Saving) -> None:
    sat.question()
    pairs = [("key", sat.key), ("answer", "12"), ("action", "submit"), ("csrf_token", "old")]
    page = sat.browser.request("POST", f"{sat.address}/reponses", pairs)
    assert page.status == 422
    assert page.by_id("f-answer").get("value") == "12"
    assert "Relis ta réponse" in page.text
    assert _main(page.form("answer").submit("submit")) == ("question", "2")
    assert _answers(saving, sat.assessment_id) == [(1, "right", "12")]


def test_a_stranger_with_an_old_page_is_sent_home(
    sat: Sat, new_browser: Callable[[], Browser]
) -> None:
    page = new_browser().request("POST", f"{sat.address}/reponses", [("key", sat.key)])
    assert page.url == "/"


def test_back_shows_the_open_question_and_the_past_one_is_read_only(sat: Sat) -> None:
    sat.question().form("answer").fill(answer="24").submit("submit")
    assert _main(sat.question()) == ("question", "2")
    past = sat.browser.open(f"{sat.address}/questions/1")
    assert "24" in past.text
    assert past.root.all("form") == []
    assert "Compte-les" not in past.source
    assert "12" not in past.by_id("question").text
    assert sat.browser.open(f"{sat.address}/questions/2").url == f"{sat.address}/question"
    assert sat.browser.open(f"{sat.address}/questions/9").status == 404


def test_the_last_answer_finishes_the_test_and_its_teacher_has_it(
    browser: Browser, saving: Saving
) -> None:
    sat = sit(browser, saving, budget=1)
    page = sat.question().form("answer").fill(answer="12").submit("submit")
    assert page.url == f"{sat.address}/resultats"
    assert _main(page) == ("finished", "1")
    with saving() as session:
        sent = session.scalars(select(Participation)).one()
        test = session.scalars(select(Assessment)).one()
        assert (sent.sent_at, test.stop_reason) == (test.finished_at, "budget")
    receipt = str(sent.receipt)
    assert f"Code de reçu {receipt[:3]} {receipt[3:]}" in page.text
    assert sat.question().url == f"{sat.address}/resultats"


def test_htmx_is_sent_to_the_results_at_the_end(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, budget=1)
    sat.question()
    assert isinstance(browser.transport, FlaskTransport)
    token = browser.page.root.all("input", name="csrf_token")[0].get("value")  # type: ignore[union-attr]
    reply = browser.transport.send(
        "POST",
        f"{sat.address}/reponses",
        [("key", sat.key), ("action", "skip"), ("csrf_token", token)],
        {"HX-Request": "true"},
    )
    assert (reply.status, reply.body) == (204, b"")
    assert reply.headers["hx-redirect"] == f"{sat.address}/resultats"


def test_a_replay_after_the_end_leads_to_the_results(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, budget=1)
    sat.question().form("answer").fill(answer="12").submit("submit")
    page = sat.post("reponses", [("key", sat.key), ("answer", "12"), ("action", "submit")])
    assert page.url == f"{sat.address}/resultats"
