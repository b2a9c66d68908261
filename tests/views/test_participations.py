"""Who are you: the class list and its secret, the school, guests, and coming back."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy import select

from tests import factories
from tests.browser import Browser, Page
from tests.conftest import Saving
from webapp.models import Campaign, Classroom, Learner, Participation
from webapp.services.identifying import SecretJustChanged, identified, proof, unlock
from webapp.services.joining import Guest, welcome_guest

CODE = "K4T9WM7HP"
DOOR = f"/parcours/{CODE}"


@pytest.fixture
def classroom(saving: Saving) -> Classroom:
    """A class with homonyms and siblings, and its campaign."""
    with saving() as session:
        classroom = factories.classroom(session, name="2de 4")
        for first, last in (
            ("Zoé", "Faye"),
            ("Élodie", "Roy"),
            ("Inès", "Benali"),
            ("Inès", "Bouvier"),
            ("Adam", "Lopez"),
            ("Eva", "Lopez"),
        ):
            factories.learner(session, classroom=classroom, first_name=first, last_name=last)
        factories.campaign(session, classroom=classroom, code=CODE)
        return classroom


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


def test_a_guest_who_leaves_before_any_answer_leaves_no_trace(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        factories.campaign(session, code=CODE)
    browser.open(DOOR).form().fill(first_name="Lou").submit()
    browser.open("/departs").form(button="Ce n’est pas moi").submit()
    with saving() as session:
        assert session.scalars(select(Learner)).all() == []
        assert session.scalars(select(Participation)).all() == []


@pytest.mark.usefixtures("classroom")
def test_whoever_is_signed_in_goes_straight_on(browser: Browser) -> None:
    here = _choose(browser, "Eva L.").form().fill(secret="7241").submit()
    page = browser.open(DOOR).form(button="Continuer, c’est moi").submit()
    assert page.url == here.url


@pytest.fixture
def school_campaign(saving: Saving) -> Campaign:
    """A campaign of a school, with twins and an accented name in it."""
    with saving() as session:
        campaign = factories.campaign(
            session, organization=factories.organization(session), access="school", code=CODE
        )
        classroom = factories.classroom(session)
        classroom.organization_id = campaign.organization_id
        for first, last, day in (
            ("Inès", "Benali-Roy", 14),
            ("Lina", "Kone", 20),
            ("Lila", "Kone", 20),
        ):
            factories.learner(
                session,
                classroom=classroom,
                first_name=first,
                last_name=last,
                birth_date=date(2010, 3, day),
            )
        return campaign


def _identify(browser: Browser, first: str, last: str, born: str) -> Page:
    form = browser.open(DOOR).form()
    return form.fill(first_name=first, last_name=last, birth_date=born).submit()


@pytest.mark.parametrize(
    ("first", "last", "born"),
    [
        ("Inès", "Benali-Roy", "14/03/2010"),
        ("INES", "benali roy", "14 3 2010"),
        ("ines", "Benali", "2010-03-14"),
        ("Inès", "Bnali-Roy", "14032010"),
        ("Benali Roy", "Inès", "14.03.2010"),
        ("Lina", "Koné", "20/03/2010"),
    ],
)
@pytest.mark.usefixtures("school_campaign")
def test_a_name_and_a_birth_date_find_a_student_in_spite_of_slips(
    browser: Browser, first: str, last: str, born: str
) -> None:
    page = _identify(browser, first, last, born)
    assert page.h1.endswith("choisis 4 chiffres")
    assert page.form().fill(secret="7241").submit().url.startswith("/tests/")


@pytest.mark.parametrize(
    ("first", "last", "born", "words"),
    [
        ("Inès", "Benali-Roy", "15/03/2010", "Nous ne te trouvons pas"),
        ("Marie", "Curieux", "14/03/2010", "Nous ne te trouvons pas"),
        ("Liha", "Kone", "20/03/2010", "se ressemblent"),
    ],
)
@pytest.mark.usefixtures("school_campaign")
def test_nobody_or_two_people_found_say_what_to_do_and_name_no_one(
    browser: Browser, first: str, last: str, born: str, words: str
) -> None:
    page = _identify(browser, first, last, born)
    assert page.status == 422
    assert words in page.text
    assert page.by_id("f-last_name").get("value") == last
    assert "Lila" not in page.source


@pytest.mark.usefixtures("school_campaign")
def test_a_form_left_empty_says_what_is_missing_next_to_each_field(browser: Browser) -> None:
    page = _identify(browser, "", " ", "hier")
    assert page.status == 422
    for name in ("first_name", "last_name", "birth_date"):
        assert page.by_id(f"f-{name}-error").text


@pytest.mark.usefixtures("school_campaign")
def test_trying_every_birth_date_of_a_name_is_slowed_down(browser: Browser) -> None:
    for day in range(1, 6):
        assert _identify(browser, "Inès", "Benali-Roy", f"{day}/01/2010").status == 422
    assert _identify(browser, "Inès", "Benali-Roy", "14/03/2010").status == 429
    assert _identify(browser, "Lina", "Kone", "20/03/2010").status == 200


def test_in_an_open_campaign_a_first_name_is_enough(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        factories.campaign(session, code=CODE)
    page = browser.open(DOOR)
    assert page.form().fill(first_name="  ").submit().status == 422
    assert page.form().fill(first_name="Inès").submit().url.startswith("/tests/")


def test_a_class_lets_guests_in_only_when_its_campaign_says_so(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    page = browser.open(DOOR)
    assert "Entrer sans la liste" not in page.links()
    assert browser.open(f"{DOOR}/invites").status == 422
    with saving() as session:
        factories.campaign(session, classroom=classroom, code="AAA999AAA").guests = True
    page = browser.open("/parcours/AAA999AAA").follow("Entrer sans la liste")
    assert page.form().fill(first_name="Lou").submit().status == 422
    page = page.form().fill(first_name="Lou", last_name="Petit").submit()
    assert page.url.startswith("/tests/")


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


def test_a_guest_s_form_sent_twice_is_one_guest(saving: Saving) -> None:
    with saving() as session:
        campaign = factories.campaign(session)
        same, other = Guest("Lou", key=uuid4()), Guest("Lou", key=uuid4())
        first, again, another = (
            welcome_guest(session, campaign, each).id for each in (same, same, other)
        )
        assert first == again != another
        namesake = Guest("Léo", key=same.key)
        assert welcome_guest(session, campaign, namesake).id not in (first, another)


def test_the_form_of_guests_never_opens_somebody_else_s_test(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        campaign = factories.campaign(session, classroom=classroom, code="AAA999AAA")
        campaign.guests = True
        listed = factories.learner(
            session, classroom=classroom, first_name="Lou", last_name="Petit", secret=True
        )
    door = f"/parcours/{campaign.code}/invites"
    browser.open(door)
    page = browser.post(door, {"first_name": "Lou", "last_name": "Petit", "key": str(listed.id)})
    assert page.url.startswith("/tests/")
    with saving() as session:
        assert listed.id not in session.scalars(select(Participation.learner_id)).all()
