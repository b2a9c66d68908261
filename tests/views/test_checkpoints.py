"""Every five answers, if the campaign wants them: what was right, why mine was tempting."""

import pytest

from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.sittings import Sat, sit


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student of a campaign with checkpoints, four questions answered, the fifth open."""
    sat = sit(browser, saving, checkpoints=True)
    sat.question().form("answer").fill(answer="24").submit("submit")
    for _ in range(3):
        sat.question().form("answer").submit("skip")
    return sat


def _state(page: Page) -> tuple[str, str]:
    main = page.root.one("main")
    return main.get("data-state"), main.get("data-question")


def test_after_five_answers_corrections_come_before_the_next_question(sat: Sat) -> None:
    page = sat.question().form("answer").submit("skip")
    assert _state(page) == ("checkpoint", "5")
    assert page.h1 == "Aucune réponse juste sur tes cinq dernières"
    first = page.root.all("details", class_="pt")[0].text
    for words in ("Combien d’images", "À revoir", "24", "12", "Non.", "Compte-les."):
        assert words in first
    assert len(page.root.all("details", class_="pt")) == 5


def test_who_only_passed_is_not_told_of_errors(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, checkpoints=True)
    for _ in range(5):
        page = sat.question().form("answer").submit("skip")
    assert "erreur" not in page.root.one("main").text
    assert "Prends deux minutes pour voir comment faire" in page.text


def test_htmx_gets_the_corrections_in_the_place_of_the_question(sat: Sat) -> None:
    page = sat.question().form("answer").htmx("skip")
    assert _state(page) == ("checkpoint", "5")
    assert page.by_id("progress").get("hx-swap-oob") == "true"


def test_one_stays_there_until_one_goes_on_and_never_comes_back(sat: Sat) -> None:
    sat.question().form("answer").submit("skip")
    assert _state(sat.question()) == ("checkpoint", "5")
    page = sat.question().form(button="Continuer").submit()
    assert _state(page) == ("question", "6")
    assert _state(sat.question()) == ("question", "6")


def test_the_next_question_hides_until_one_goes_on(sat: Sat) -> None:
    sat.question().form("answer").submit("skip")
    assert sat.browser.open(f"{sat.address}/questions/6").root.one("main").get("data-state") == (
        "checkpoint"
    )


def test_a_past_question_is_corrected_once_its_checkpoint_was_seen(sat: Sat) -> None:
    past = f"{sat.address}/questions/1"
    assert "Compte-les." not in sat.browser.open(past).source
    sat.question().form("answer").submit("skip")
    sat.question().form(button="Continuer").submit()
    assert "Compte-les." in sat.browser.open(past).text
    assert "Compte-les." not in sat.browser.open(f"{sat.address}/questions/2").source


def test_a_campaign_without_checkpoints_goes_straight_on(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving)
    for _ in range(5):
        page = sat.question().form("answer").submit("skip")
    assert _state(page) == ("question", "6")


def test_the_end_comes_without_a_checkpoint(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, checkpoints=True, budget=5)
    for _ in range(5):
        page = sat.question().form("answer").submit("skip")
    assert _state(page) == ("finished", "5")


def test_a_pause_leads_to_the_profile_and_back(sat: Sat) -> None:
    page = sat.question().form("answer").submit("skip").follow("Pause")
    assert page.h1 == "Mon profil"
    links = [words for words in page.links() if words.startswith("Reprendre le test")]
    assert _state(page.follow(links[0])) == ("checkpoint", "5")


def test_going_on_twice_changes_nothing(sat: Sat) -> None:
    page = sat.question().form("answer").submit("skip")
    form = page.form(button="Continuer")
    form.submit()
    assert _state(form.submit()) == ("question", "6")


def test_going_on_early_skips_no_corrections(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving, checkpoints=True)
    sat.question()
    sat.post("etapes", [])
    for _ in range(5):
        page = sat.question().form("answer").submit("skip")
    assert _state(page)[0] == "checkpoint"
