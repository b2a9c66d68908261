"""« Affichage »: set once, kept, without JavaScript."""

from collections.abc import Callable

import pytest

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from webapp.ui.display import COOKIE

FROM_HELP = {"Referer": "http://localhost/aide?x=1"}


def _html(source: str) -> str:
    return source[source.index("<html") : source.index("<head")]


def test_what_is_chosen_is_kept_on_every_page(browser: Browser) -> None:
    panel = browser.open("/affichage")
    assert panel.h1 == "Affichage"
    home = panel.form().fill(size="200", font="dyslexic", theme="dark").submit("Appliquer")
    assert home.url == "/"
    for mark in ('data-size="200"', 'data-font="dyslexic"', 'data-theme="dark"', " one"):
        assert mark in _html(home.source)


def test_the_panel_shows_what_is_kept_and_goes_back_to_the_first_day(browser: Browser) -> None:
    browser.open("/affichage").form().fill(spacing="maximal").submit("Appliquer")
    panel = browser.open("/affichage")
    assert ("spacing", "maximal") in panel.form().pairs()[0]
    home = panel.form().submit("Remettre comme au début")
    assert 'data-spacing="normal"' in _html(home.source)


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://localhost/", "/"),
        ("http://localhost/no-such-page/at-all", "/"),
        ("http://elsewhere.test/aide", "/"),
        ("http://localhost//elsewhere.test/", "/"),
        ("", "/"),
    ],
)
def test_one_goes_back_to_a_page_of_ours_only(browser: Browser, referer: str, back: str) -> None:
    panel = browser.request("GET", "/affichage", headers={"Referer": referer})
    assert panel.root.one("input", name="back").get("value") == back


def test_a_forged_way_back_leads_home(browser: Browser) -> None:
    browser.open("/affichage")
    for back in ("//elsewhere.test/", "https://elsewhere.test/", "/\\elsewhere.test", "x"):
        assert browser.post("/affichage", {"back": back}).url == "/"


def test_the_cookie_is_not_for_scripts_and_says_nothing_of_the_reader(browser: Browser) -> None:
    browser.open("/affichage")
    page = browser.request("POST", "/affichage", headers={"HX-Request": "true"})
    cookie = page.headers.get("set-cookie", "")
    assert page.status == 400 or cookie.startswith(f"{COOKIE}=100.atkinson.normal.auto.0.1;")


def test_a_part_of_the_page_is_enough_for_a_script(browser: Browser) -> None:
    page = browser.request("GET", "/affichage", headers={"HX-Request": "true"})
    assert page.root.all("html") == []
    assert page.root.one("form").get("action") == "/affichage"


def test_the_help_says_how_to_answer_pass_and_stop(browser: Browser) -> None:
    page = browser.open("/aide")
    assert page.h1 == "Aide"
    assert "Je valide" in page.text
    assert "Je passe" in page.text


def _enter(browser: Browser, code: str) -> None:
    """As a student who has already chosen a secret."""
    browser.open("/").form().fill(code=code).submit()
    roster = browser.open(f"/parcours/{code}")
    secret = roster.follow(next(words for words in roster.links() if words.startswith("Inès")))
    secret.form(button="C’est parti").fill(secret=factories.SECRET).submit("C’est parti")


def test_what_a_student_chose_follows_them_and_leaves_with_them(
    browser: Browser, new_browser: Callable[[], Browser], saving: Saving
) -> None:
    with saving() as session:
        classroom = factories.classroom(session)
        factories.learner(session, classroom=classroom, secret=True, last_name="Étoile")
        factories.campaign(session, classroom=classroom, code="K4T9WM7HP")
    _enter(browser, "K4T9WM7HP")
    browser.open("/affichage").form().fill(size="150").submit("Appliquer")

    elsewhere = new_browser()
    _enter(elsewhere, "K4T9WM7HP")
    assert 'data-size="150"' in _html(elsewhere.open("/aide").source)

    elsewhere.open("/affichage")
    elsewhere.post("/departs")
    assert 'data-size="100"' in _html(elsewhere.open("/aide").source)
