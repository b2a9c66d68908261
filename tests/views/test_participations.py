"""Who are you: the class list, its secret, and coming back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests import factories
from tests.browser import Browser, Page
from tests.doors import DOOR, class_with_homonyms
from tests.fixtures import Saving
from webapp.models import Campaign, Classroom, Learner
from webapp.services.identifying import SecretJustChanged, identified, proof, unlock


@pytest.fixture
def classroom(saving: Saving) -> Classroom:
    """A class with homonyms and siblings, and its campaign."""
    return class_with_homonyms(saving)


def _names(page: Page) -> list[str]:
    return [link.text for link in page.root.all("a", class_="name")]


def _choose(browser: Browser, name: str) -> Page:
    return browser.open(DOOR).follow(name)


@pytest.mark.usefixtures("classroom")
def test_the_list_shows_first_names_in_order_and_just_enough_of_last_names(
    browser: Browser,
) -> None:
    page = browser.open(DOOR)
    assert _names(page) == ["Adam L.", "Élodie R.", "Eva L.", "Inès Be.", "Inès Bo.", "Zoé F."]
    assert "Benali" not in page.source


@pytest.mark.usefixtures("classroom")
def test_the_list_is_searched_without_javascript_and_with_htmx(browser: Browser) -> None:
    form = browser.open(DOOR).form(button="Chercher").fill(nom="ines b")
    assert _names(form.submit()) == ["Inès Be.", "Inès Bo."]
    assert _names(form.htmx()) == ["Inès Be.", "Inès Bo."]
    assert _names(form.fill(nom="e").submit()) == ["Élodie R.", "Eva L."]
    assert _names(form.fill(nom="Inès Benali").submit()) == ["Inès Be."]
    assert "Aucun prénom" in form.fill(nom="xyz").submit().text


@pytest.mark.usefixtures("classroom")
def test_last_names_cannot_be_guessed_letter_by_letter(browser: Browser) -> None:
    form = browser.open(DOOR).form(button="Chercher")
    for typed in ("adam lo", "adam lx"):
        assert _names(form.fill(nom=typed).submit()) == ["Adam L."]


@pytest.mark.usefixtures("classroom")
def test_the_first_time_four_digits_are_chosen_and_the_test_begins(browser: Browser) -> None:
    page = _choose(browser, "Inès Be.")
    assert page.h1 == "Bonjour Inès, choisis 4 chiffres"
    page = page.form().fill(secret="72 41").submit()
    assert page.status == 200
    assert page.url.startswith("/tests/")


@pytest.mark.usefixtures("classroom")
def test_the_same_name_and_secret_on_another_machine_open_the_same_test(
    new_browser: Callable[[], Browser],
) -> None:
    here = _choose(new_browser(), "Inès Be.").form().fill(secret="7241").submit()
    page = _choose(new_browser(), "Inès Be. déjà entré")
    assert page.h1 == "Bonjour Inès, ton secret ?"
    assert page.form().fill(secret="7241").submit().url == here.url


@pytest.mark.parametrize("typed", ["", "724", "72411", "abcd", "١٢٣٤"])
@pytest.mark.usefixtures("classroom")
def test_what_is_not_four_digits_is_refused_next_to_the_field(browser: Browser, typed: str) -> None:
    page = _choose(browser, "Inès Be.").form().fill(secret=typed).submit()
    assert page.status == 422
    assert "4 chiffres" in page.by_id("f-secret-error").text


def test_five_wrong_secrets_close_the_door_for_five_minutes(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        factories.learner(session, classroom=classroom, first_name="Tom", secret=True)
    form = browser.open(DOOR).follow("Tom É.").form()
    for _ in range(5):
        page = form.fill(secret="0000").submit()
        assert page.status == 422
        assert "Ce n’est pas ce secret" in page.by_id("f-secret-error").text
    refused = form.fill(secret=factories.SECRET).submit()
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= 300
    assert _choose(browser, "Eva L.").status == 200
    with time_machine.travel(timedelta(minutes=6)):
        assert form.fill(secret=factories.SECRET).submit().url.startswith("/tests/")


def test_after_an_unlocking_another_secret_is_chosen_and_the_old_session_is_over(
    new_browser: Callable[[], Browser], saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        learner = factories.learner(session, classroom=classroom, first_name="Tom", secret=True)
    old = new_browser()
    test = _choose(old, "Tom É.").form().fill(secret=factories.SECRET).submit()
    with saving() as session:
        unlock(session, session.get_one(Learner, learner.id))
    assert old.open(test.url).url == "/ailleurs"
    assert old.open(test.url).url == "/"
    page = _choose(new_browser(), "Tom É. déjà entré")
    assert page.form().fill(secret="1593").submit().url == test.url


def test_a_secret_set_while_this_one_was_typed_is_not_overwritten(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        learner = factories.learner(session, classroom=classroom, first_name="Tom")
    form = browser.open(DOOR).follow("Tom É.").form().fill(secret="1111")
    with saving() as session:
        session.get_one(Learner, learner.id).secret_hash = factories.SECRET_HASH
    assert form.submit().status == 422
    with saving() as session:
        assert session.get_one(Learner, learner.id).secret_hash == factories.SECRET_HASH


@pytest.mark.usefixtures("classroom")
def test_a_student_of_another_class_does_not_exist_here(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        stranger = factories.learner(session, classroom=factories.classroom(session))
    assert browser.open(f"{DOOR}/eleves/{stranger.id}").status == 404
    for learner_id in (str(stranger.id), "x", ""):
        _choose(browser, "Eva L.")
        form = {"learner": learner_id, "secret": "1234"}
        assert browser.post(f"{DOOR}/participations", form).status == 404


@pytest.mark.usefixtures("classroom")
def test_this_is_not_me_frees_a_name_taken_by_mistake(browser: Browser) -> None:
    _choose(browser, "Inès Be.").form().fill(secret="7241").submit()
    page = browser.open(DOOR)
    assert "Inès Be." in page.text
    page = page.form(button="Ce n’est pas moi").submit()
    assert page.url == DOOR
    assert "déjà entré" not in page.text
    assert _choose(browser, "Inès Be.").h1 == "Bonjour Inès, choisis 4 chiffres"


@pytest.mark.usefixtures("classroom")
def test_whoever_is_signed_in_goes_straight_on(browser: Browser) -> None:
    here = _choose(browser, "Eva L.").form().fill(secret="7241").submit()
    page = browser.open(DOOR).form(button="Continuer, c’est moi").submit()
    assert page.url == here.url


def test_a_double_click_on_the_first_secret_is_one_entry(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        learner = factories.learner(session, classroom=classroom, first_name="Tom")
        campaign = session.scalars(select(Campaign)).one()
        first, second = proof("7241", None), proof("7241", None)
        for shown in (first, second):
            assert identified(session, campaign, learner.id, shown) is not None
        with pytest.raises(SecretJustChanged):
            identified(session, campaign, learner.id, proof("9999", None))
    assert _choose(browser, "Tom É.").form().fill(secret="7241").submit().status == 200
