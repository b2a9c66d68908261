"""Practice: chosen at once, explained at once, a twin at once, and the profile grows."""

from dataclasses import replace
from itertools import pairwise

import pytest
from flask import Flask
from sqlalchemy import select

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in
from tests.sittings import sit
from webapp.domain.challenge import Explanation
from webapp.models import Participation, Presentation


@pytest.fixture
def page(browser: Browser, saving: Saving) -> Page:
    """The choice of what to practise."""
    with saving() as session:
        learner = factories.learner(session)
    sign_in(browser, learner)
    return browser.open("/entrainement")


def _topic(page: Page, topic: str) -> Page:
    return page.form(button=page.root.one("button", value=topic).text).submit(topic)


def _challenges(saving: Saving) -> list[str]:
    with saving() as session:
        return list(session.scalars(select(Presentation.challenge).order_by(Presentation.id)))


def test_a_topic_opens_a_question_at_once(page: Page) -> None:
    question = _topic(page, "formats")
    assert question.root.one("main").get("data-state") == "question"
    assert "Entraînement" in question.by_id("progress").text


def test_a_competence_opens_one_too(page: Page) -> None:
    question = page.form(button=page.root.one("button", value="1.2").text).submit("1.2")
    assert "Entraînement" in question.by_id("progress").text


def test_an_answer_is_explained_at_once_and_no_teacher_receives_it(
    page: Page, saving: Saving
) -> None:
    feedback = _topic(page, "formats").form("answer").submit("skip")
    assert feedback.root.one("main").get("data-state") == "checkpoint"
    assert "Passée" in feedback.by_id("feedback").text
    assert "L’idée" in feedback.text
    with saving() as session:
        assert session.scalars(select(Participation)).all() == []


def test_a_twin_is_the_same_challenge_with_other_data(page: Page, saving: Saving) -> None:
    feedback = _topic(page, "formats").form("answer").submit("skip")
    feedback.form(button="Un autre, semblable").submit("twin")
    first, second = _challenges(saving)
    assert first == second
    with saving() as session:
        one, other = session.scalars(select(Presentation).order_by(Presentation.id)).all()
        assert one.document["variant"] != other.document["variant"]


def test_another_question_of_the_subject_follows_and_it_never_runs_dry(
    page: Page, saving: Saving
) -> None:
    question = _topic(page, "formats")
    for _ in range(7):
        feedback = question.form("answer").submit("skip")
        question = feedback.form(button="Question suivante").submit("next")
        assert question.root.one("main").get("data-state") == "question"
    asked = _challenges(saving)
    assert len(asked) == 8
    assert all(one != two for one, two in pairwise(asked))


def test_choosing_the_same_subject_again_goes_on_where_one_was(page: Page, saving: Saving) -> None:
    first = _topic(page, "formats")
    again = _topic(page.browser.open("/entrainement"), "formats")
    assert again.url == first.url
    assert len(_challenges(saving)) == 1


def test_asking_twice_opens_one_question(page: Page, saving: Saving) -> None:
    feedback = _topic(page, "formats").form("answer").submit("skip")
    form = feedback.form(button="Question suivante")
    form.submit("next")
    form.submit("next")
    assert len(_challenges(saving)) == 2


@pytest.mark.parametrize("field", [{"topic": "nowhere"}, {"competence": "9.9"}, {}])
def test_an_unknown_subject_is_not_found(page: Page, field: dict[str, str]) -> None:
    assert page.browser.post("/entrainement", field).status == 404


def test_a_test_of_the_school_gives_no_question_on_demand(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving)
    sat.question()
    assert sat.post("questions", [("action", "next")]).status == 409


def test_practice_makes_the_profile_grow(page: Page) -> None:
    _topic(page, "formats").form("answer").submit("skip")
    profile = page.browser.open("/profil")
    assert "pix sur" in profile.text
    assert any(words.startswith("Reprendre l’entraînement") for words in profile.links())


def test_the_copy_of_a_practice_may_be_read_at_any_time(page: Page) -> None:
    feedback = _topic(page, "formats").form("answer").submit("skip")
    address = feedback.url.rpartition("/")[0]
    copy = page.browser.open(f"{address}/copie")
    assert copy.h1 == "Ma copie"
    assert "Reçue" not in copy.text


@pytest.mark.parametrize("practice", [True, False])
def test_a_hint_is_there_on_demand_in_a_practice_only(
    browser: Browser, saving: Saving, *, practice: bool
) -> None:
    explanation = Explanation("<p>Compte-les.</p>", hint="<p>Regarde les extensions.</p>")
    question = replace(factories.a_question(mistakes={}), explanation=explanation)
    page = sit(browser, saving, question=question, practice=practice).question()
    assert ("Regarde les extensions." in page.source) is practice
    assert len(page.root.all("details", class_="hint-box")) == practice


def test_a_lesson_is_checked_by_its_own_questions_and_leads_back_to_it(
    page: Page, browser: Browser, saving: Saving, app: Flask
) -> None:
    lesson = app.extensions["azimut.catalog"].tutorials["formats-t1"]
    reading = browser.open(f"/tutoriels/{lesson.id}")
    page = reading.form(button="Vérifier en trois questions").submit("formats-t1")
    for place, _ in enumerate(lesson.check, 1):
        assert f"Vérification {place} sur 3" in page.by_id("progress").text
        page = page.form("answer").submit("skip")
        if place < len(lesson.check):
            page = page.form(button="Question suivante").submit("next")
    assert _challenges(saving) == list(lesson.check)
    assert not page.root.all("button", value="next")
    assert page.follow("Revenir au tutoriel").url == reading.url


def test_a_twin_in_a_self_check_takes_nobody_further(
    page: Page, browser: Browser, saving: Saving
) -> None:
    page = browser.open("/tutoriels/formats-t1").form(button="Vérifier en trois questions")
    page = page.submit("formats-t1").form("answer").submit("skip")
    page = page.form(button="Un autre, semblable").submit("twin")
    assert "Vérification 1 sur 3" in page.by_id("progress").text
    first, second = _challenges(saving)
    assert first == second


def test_a_self_check_is_not_the_practice_of_its_topic(page: Page, browser: Browser) -> None:
    check = browser.open("/tutoriels/formats-t1").form(button="Vérifier en trois questions")
    address = check.submit("formats-t1").url
    assert _topic(browser.open("/entrainement"), "formats").url != address


def test_a_lesson_that_does_not_exist_has_no_check(page: Page, browser: Browser) -> None:
    assert browser.post("/entrainement", [("tutorial", "rien")]).status == 404
