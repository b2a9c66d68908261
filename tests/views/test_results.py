"""The end: what was sent, what it says, the copy as it was asked, the profile."""

import re

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.sittings import SCOPE, Sat, sit
from webapp.domain.tutorial import Tutorial
from webapp.models import Assessment, Learner, Participation, Presentation


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student who finished: a known mistake, then two passes."""
    sat = sit(browser, saving, budget=3)
    sat.question().form("answer").fill(answer="24").submit("submit")
    for _ in range(2):
        sat.question().form("answer").submit("skip")
    return sat


def test_the_results_show_what_was_received_and_the_sixteen_competences(sat: Sat) -> None:
    page = sat.question()
    assert page.h1 == "Ton point de départ"
    assert "Reçu par ton enseignant à" in page.text
    assert len(page.root.all("th", scope="row")) == 16
    assert page.text.count("pas mesuré") >= 16 - 4
    assert page.root.one("svg", class_="rose").get("role") == "img"


def test_the_results_before_the_end_lead_to_the_question(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving)
    for path in ("resultats", "copie"):
        assert browser.open(f"{sat.address}/{path}").url == f"{sat.address}/question"


def test_a_score_counts_the_competences_of_the_test_only(sat: Sat) -> None:
    assert "pix sur 160" in sat.question().text  # 1.2, 1.3, 2.2, 4.1: four times 40


@pytest.mark.parametrize(("cap", "most"), [(5, 160), (7, 224), (8, 256)])
def test_the_highest_level_that_counts_is_a_setting(
    app: Flask, sat: Sat, monkeypatch: pytest.MonkeyPatch, cap: int, most: int
) -> None:
    chosen = app.extensions["azimut.settings"].model_copy(update={"pix_cap": cap})
    monkeypatch.setitem(app.extensions, "azimut.settings", chosen)
    assert f"pix sur {most}" in sat.question().text
    assert f"pix sur {most}" in sat.browser.open("/profil").text


def test_a_short_test_says_that_its_levels_are_estimates(sat: Sat) -> None:
    page = sat.question()
    assert "Ce test est court : 3 questions pour 4 compétences" in page.text
    assert "estimé" in page.text
    assert "moins de deux questions là-dessus" in page.text


def test_the_profile_shows_the_latest_score_and_keeps_the_best_as_a_medal(
    sat: Sat, saving: Saving
) -> None:
    assert "Ton meilleur score" not in sat.browser.open("/profil").text
    with saving() as session:
        first = session.scalars(select(Assessment)).one()
        campaign = factories.campaign(session)
        learner = session.get_one(Learner, first.learner_id)
        joined = factories.participation(session, campaign=campaign, learner=learner)
        again = factories.assessment(
            session,
            learner=learner,
            participation=joined,
            scope=first.scope,
            finished_at=factories.NOW,
        )
        for number, skill in enumerate(("formats-2", "tri-2", "mdp-2"), start=1):
            asked = factories.presentation(
                session,
                assessment=again,
                number=number,
                question=factories.a_question(skill=skill),
            )
            factories.answer(session, presentation=asked, outcome="right")
    page = sat.browser.open("/profil")
    milestones = page.root.one("table", class_="plain-table").text
    best = max(int(one) for one in re.findall(r"(\d+) pix", milestones))
    medal = page.root.one("p", class_="receipt").text
    assert medal.startswith(f"Ton meilleur score à la fin d’un test : {best} pix sur 160")
    assert medal.endswith("Le score affiché ici est toujours le plus récent.")


def test_tutorials_stay_within_the_test_and_those_finished_make_room(app: Flask, sat: Sat) -> None:
    proposed = _proposed(app, sat.question())
    assert 0 < len(proposed) <= 3
    assert {one.topic for one in proposed} <= set(SCOPE)
    assert len({one.topic for one in proposed}) == len(proposed)
    sat.browser.open(f"/tutoriels/{proposed[0].id}").form(button="J’ai terminé").submit()
    for address in (f"{sat.address}/resultats", "/profil"):
        assert proposed[0] not in _proposed(app, sat.browser.open(address))


def _proposed(app: Flask, page: Page) -> list[Tutorial]:
    """The tutorials whose cards a page shows."""
    catalog = app.extensions["azimut.catalog"]
    cards = page.root.all("div", class_="tuto")
    return [catalog.tutorials[card.one("a").get("href").rpartition("/")[2]] for card in cards]


def test_the_copy_is_the_test_as_it_was_asked(sat: Sat) -> None:
    page = sat.question().follow("Relire ma copie")
    assert page.h1 == "Ma copie"
    assert len(page.root.all("article")) == 3
    first = page.by_id("q1").text
    for words in (
        "Un dossier et ses images.",
        "Combien d’images",
        "24",
        "12",
        "Non.",
        "Compte-les.",
    ):
        assert words in first


def test_the_copy_comes_from_what_was_frozen_whatever_became_of_the_bank(
    sat: Sat, saving: Saving
) -> None:
    with saving() as session:
        session.execute(update(Presentation).values(challenge="gone-1x", skill="gone-1"))
    assert "Combien d’images" in sat.browser.open(f"{sat.address}/copie").text
    assert sat.browser.open(f"{sat.address}/resultats").status == 200
    assert sat.browser.open("/profil").status == 200


def test_the_profile_of_a_newcomer_is_empty_and_says_so(browser: Browser, saving: Saving) -> None:
    sit(browser, saving)
    page = browser.open("/profil")
    assert "se dessinera avec tes premières réponses" in page.text
    assert any(words.startswith("Reprendre le test") for words in page.links())


def test_the_profile_grows_with_each_test(sat: Sat) -> None:
    page = sat.browser.open("/profil")
    milestones = page.root.all("table", class_="plain-table")[0]
    assert "Découverte" in milestones.text
    assert "pix sur 160" in milestones.text


def test_every_receipt_is_different(browser: Browser, saving: Saving) -> None:
    for _ in range(3):
        sit(browser, saving, budget=1).question().form("answer").submit("skip")
    with saving() as session:
        receipts = session.scalars(select(Participation.receipt)).all()
    assert len(set(receipts)) == len(receipts) == 3
    assert all(receipt and len(receipt) == 6 for receipt in receipts)


def test_a_past_question_is_corrected_after_the_end(sat: Sat) -> None:
    page = sat.browser.open(f"{sat.address}/questions/1")
    assert "Compte-les." in page.text
    assert page.follow("Mes résultats").h1 == "Ton point de départ"


def test_the_copy_says_whose_it_is(sat: Sat) -> None:
    assert f"Inès {sat.learner.last_name[:2]}." in sat.browser.open(f"{sat.address}/copie").text
