"""Campaigns, as staff make and follow them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.models import Account, Campaign, Classroom, Learner
from webapp.services import attempts

LIST = "/enseignant/campagnes"


@pytest.fixture
def classroom(saving: Saving, teacher: Account) -> Classroom:
    """A class of the teacher's school."""
    with saving() as session:
        classroom = factories.classroom(session, name="2de 4")
        classroom.organization_id = teacher.organization_id or 0
        for first, last in (("Élodie", "Roy"), ("Inès", "Benali"), ("Adam", "Lopez")):
            factories.learner(session, classroom=classroom, first_name=first, last_name=last)
        return classroom


@pytest.fixture
def campaign(saving: Saving, classroom: Classroom) -> Campaign:
    """A campaign for the class."""
    with saving() as session:
        return factories.campaign(session, classroom=classroom, code="K4T9WM7HP")


def _page(campaign: Campaign) -> str:
    return f"{LIST}/{campaign.id}"


def _states(page: Page) -> dict[str, str]:
    tiles = page.root.all("ul", class_="tiles")[0].all("li")
    return {tile.all("b")[0].text: tile.get("class") for tile in tiles}


def test_a_campaign_is_made_in_one_form_and_its_code_opens_it(
    browser: Browser, new_browser: Callable[[], Browser], classroom: Classroom
) -> None:
    form = browser.open(LIST).follow("Nouveau test").form(button="Créer le test")
    page = form.fill(name="Rentrée", classroom=str(classroom.id)).submit()
    assert page.h1 == "Rentrée"
    code = page.root.all("p", class_="huge-code")[0].text
    door = new_browser().open("/").form().fill(code=code).submit()
    assert [link.text for link in door.root.all("a", class_="name")] == [
        "Adam L.",
        "Élodie R.",
        "Inès B.",
    ]
    assert code in browser.open(LIST).text


def test_the_qr_code_of_a_campaign_is_an_image_of_our_own(
    browser: Browser, campaign: Campaign
) -> None:
    page = browser.open(f"{_page(campaign)}/affiche")
    (picture,) = page.root.all("img")
    image = browser.open(picture.get("src"))
    assert image.headers["content-type"].startswith("image/svg+xml")
    assert "<svg" in image.source


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"classroom": ""}, "classroom"),
        ({"closes_on": "demain"}, "closes_on"),
        ({"closes_on": "01/09/2020"}, "closes_on"),
    ],
)
def test_a_form_with_a_mistake_is_shown_again_as_it_was_typed(
    browser: Browser, classroom: Classroom, wrong: dict[str, str], field: str
) -> None:
    form = browser.open(f"{LIST}/nouvelle").form(button="Créer le test")
    typed = {"name": "Rentrée", "classroom": str(classroom.id), **wrong}
    page = form.fill(dict(typed)).submit()
    assert page.status == 422
    assert page.by_id(f"f-{field}-error").text
    assert page.by_id("f-name").get("value") == typed["name"]
    assert "Rentrée" not in browser.open(LIST).text


def test_a_forged_class_or_journey_does_not_exist(
    browser: Browser, saving: Saving, classroom: Classroom
) -> None:
    with saving() as session:
        foreign = factories.classroom(session)
    for forged in ({"classroom": str(foreign.id)}, {"journey": "rien"}, {"access": "all"}):
        browser.open(f"{LIST}/nouvelle")
        whole = {"name": "x", "access": "class", "journey": "decouverte"}
        form = {**whole, "classroom": str(classroom.id), **forged}
        assert browser.post(LIST, form).status == 422


def test_another_school_s_campaign_does_not_exist(
    browser: Browser, saving: Saving, teacher: Account
) -> None:
    with saving() as session:
        foreign = factories.campaign(session, code="AAA999AAA")
    assert teacher.organization_id != foreign.organization_id
    assert "AAA 999 AAA" not in browser.open(LIST).text
    for path in ("", "/affiche", "/qr.svg"):
        assert browser.open(f"{_page(foreign)}{path}").status == 404
    for path in ("/fermetures", "/ouvertures", "/deblocages"):
        browser.open(LIST)
        assert browser.post(f"{_page(foreign)}{path}").status == 404


def test_an_administrator_sees_every_school(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        factories.campaign(session, code="AAA999AAA")
        sign_in(browser, factories.account(session, role="admin"))
    assert "AAA 999 AAA" in browser.open(LIST).text


def test_the_page_shows_where_each_student_stands(
    browser: Browser, saving: Saving, teacher: Account, classroom: Classroom, campaign: Campaign
) -> None:
    with saving() as session:
        done = factories.learner(session, classroom=classroom, first_name="Zoé")
        busy = factories.learner(session, classroom=classroom, first_name="Yanis")
        for learner, finished_at in ((done, factories.NOW), (busy, None)):
            participation = factories.participation(session, campaign=campaign, learner=learner)
            test = factories.assessment(
                session, learner=learner, participation=participation, finished_at=finished_at
            )
            for number in (1, 2):
                asked = factories.presentation(session, assessment=test, number=number)
                if number == 1 or finished_at:
                    factories.answer(session, presentation=asked)
    with time_machine.travel(factories.NOW + timedelta(minutes=1), tick=False):
        sign_in(browser, teacher)
        page = browser.open(_page(campaign))
    states = _states(page)
    assert states["Zoé É."] == "finished"
    assert states["Yanis É."] == "running"
    assert states["Adam L."] == "absent"
    assert "question 2" in page.text
    assert "2 réponses" in page.text
    with time_machine.travel(factories.NOW + timedelta(minutes=8), tick=False):
        assert _states(browser.open(_page(campaign)))["Yanis É."] == "quiet"


def test_the_words_of_a_state_agree_with_its_count(
    browser: Browser, saving: Saving, campaign: Campaign
) -> None:
    words = browser.open(_page(campaign)).root.one("ul", class_="sumry").text
    assert words == "0en cours0terminé0en pause3pas entrés"
    with saving() as session:
        learners = session.scalars(select(Learner)).all()
        for learner in learners[1:]:
            joined = factories.participation(session, campaign=campaign, learner=learner)
            factories.assessment(
                session, learner=learner, participation=joined, finished_at=factories.NOW
            )
    words = browser.open(_page(campaign)).root.one("ul", class_="sumry").text
    assert words == "0en cours2terminés0en pause1pas entré"


@pytest.mark.parametrize(
    ("sort", "first"), [("nom", "Benali Inès"), ("reponses", "Zamora Ali"), ("etat", "Zamora Ali")]
)
def test_the_server_sorts_the_table(
    browser: Browser,
    saving: Saving,
    classroom: Classroom,
    campaign: Campaign,
    sort: str,
    first: str,
) -> None:
    with saving() as session:
        learner = factories.learner(
            session, classroom=classroom, first_name="Ali", last_name="Zamora"
        )
        participation = factories.participation(session, campaign=campaign, learner=learner)
        test = factories.assessment(session, learner=learner, participation=participation)
        factories.answer(session, presentation=factories.presentation(session, assessment=test))
    page = browser.open(f"{_page(campaign)}?tri={sort}")
    assert page.root.all("tbody")[0].all("th")[0].text == first


def test_the_live_part_answers_204_until_something_changes(
    browser: Browser, saving: Saving, classroom: Classroom, campaign: Campaign
) -> None:
    address = browser.open(_page(campaign)).by_id("follow").get("hx-get")
    htmx = {"HX-Request": "true"}
    assert browser.request("GET", address, headers=htmx).status == 204
    with saving() as session:
        factories.learner(session, classroom=classroom, first_name="Zoé")
    fragment = browser.request("GET", address, headers=htmx)
    assert fragment.status == 200
    assert "Zoé" in fragment.text
    assert not fragment.root.all("html")


def test_one_tap_unlocks_a_student_who_forgot_the_secret(
    browser: Browser, saving: Saving, classroom: Classroom, campaign: Campaign
) -> None:
    with saving() as session:
        learner = factories.learner(session, classroom=classroom, first_name="Tom", secret=True)
        for _ in range(5):
            attempts.record_failure(session, attempts.learner_subject(learner.id))
    door = f"/parcours/{campaign.code}/eleves/{learner.id}"
    assert browser.open(door).status == 429
    page = browser.open(_page(campaign))
    assert "Tom É. ne retrouve pas son secret" in page.text
    assert _states(page)["Tom É."] == "help"
    page = page.form(button="Débloquer").submit()
    assert "Tom peut choisir un nouveau secret." in page.text
    assert _states(page)["Tom É."] == "absent"
    assert browser.open(door).h1 == "Bonjour Tom, choisis 4 chiffres"


def test_a_closed_campaign_takes_nobody_and_may_be_opened_again(
    browser: Browser, new_browser: Callable[[], Browser], campaign: Campaign
) -> None:
    student = new_browser()
    page = browser.open(_page(campaign)).form(button="Fermer le test").submit()
    assert student.open(f"/parcours/{campaign.code}").status == 409
    page.form(button="Rouvrir").submit()
    assert student.open(f"/parcours/{campaign.code}").status == 200


def test_the_follow_up_costs_few_statements_whatever_the_class(
    browser: Browser,
    saving: Saving,
    classroom: Classroom,
    campaign: Campaign,
    statements: list[str],
) -> None:
    with saving() as session:
        for _ in range(35):
            factories.learner(session, classroom=classroom)
    statements.clear()
    browser.open(_page(campaign))
    assert 0 < len(statements) <= 4


def test_a_test_whose_answers_do_not_go_together_is_to_be_taken_with_caution(
    browser: Browser, saving: Saving, teacher: Account, classroom: Classroom
) -> None:
    usual = {"surprise": 0.4, "drift": -1.2, "gave_up_after": None}
    with saving() as session:
        campaign = factories.campaign(session, classroom=classroom)
        learners = session.scalars(select(Learner).order_by(Learner.sort_key)).all()
        for learner, fit in zip(learners, (usual, {**usual, "drift": 3.4}, None), strict=True):
            joined = factories.participation(session, campaign=campaign, learner=learner)
            test = factories.assessment(
                session, learner=learner, participation=joined, finished_at=factories.NOW
            )
            test.fit = fit
    page = browser.open(f"{LIST}/{campaign.id}")
    rows = {row.one("th").text: row.text for row in page.root.one("tbody").all("tr")}
    cautious = [name for name, text in rows.items() if "à prendre avec prudence" in text]
    assert cautious == ["Lopez Adam"]
    assert "ce n’est la preuve de rien" in page.text


def test_names_of_tests_schools_and_classes_are_typeset_and_kept_as_typed(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        school = factories.organization(session, name="Lycée de l'Iroise")
        classroom = factories.classroom(session, organization=school, name="1re d'accueil")
        factories.learner(session, classroom=classroom)
        campaign = factories.campaign(session, classroom=classroom)
        campaign.name = "L'essentiel"
        factories.account(session, organization=school)
        sign_in(browser, factories.account(session, role="admin"))
    addresses = [LIST, f"{LIST}/nouvelle", _page(campaign), f"{_page(campaign)}/affiche"]
    addresses += ["/enseignant/classes", f"/enseignant/classes/{classroom.id}"]
    addresses += ["/administration/etablissements", f"/parcours/{campaign.code}"]
    for address in addresses:
        page = browser.open(address)
        assert "’" in page.text
        assert "'" not in page.text + page.title, address
    with saving() as session:
        assert session.get_one(Campaign, campaign.id).name == "L'essentiel"


def test_nothing_is_said_of_caution_when_all_goes_well(
    browser: Browser, saving: Saving, teacher: Account, classroom: Classroom
) -> None:
    with saving() as session:
        campaign = factories.campaign(session, classroom=classroom)
    assert "prudence" not in browser.open(f"{LIST}/{campaign.id}").text
