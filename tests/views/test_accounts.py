"""Accounts: signing in and out, a student's own, schools and their staff."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from tests import factories
from tests.browser import Browser, Page
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.models import Learner


def _log_in(browser: Browser, login: str, password: str) -> Page:
    form = browser.open("/connexion").form(button="Se connecter")
    return form.fill(login=login, password=password).submit()


@pytest.mark.parametrize("typed", ["fournier", " Fournier ", "FOURNIER", "foürnier"])
def test_a_teacher_signs_in_whatever_the_case(browser: Browser, saving: Saving, typed: str) -> None:
    with saving() as session:
        factories.account(session, login="fournier")
    page = _log_in(browser, typed, factories.PASSWORD)
    assert page.url == "/enseignant/campagnes"
    assert browser.open("/connexion").url == "/enseignant/campagnes"
    assert page.form(button="Quitter").submit().url == "/"
    assert browser.open("/enseignant/campagnes").url == "/"


def test_a_wrong_login_and_a_wrong_password_are_told_alike(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        factories.account(session, login="fournier")
    wrong = [_log_in(browser, "fournier", "x" * 8), _log_in(browser, "personne", "x" * 8)]
    assert {page.status for page in wrong} == {422}
    assert len({page.root.all("div", role="alert")[0].text for page in wrong}) == 1


def test_a_disabled_account_opens_nothing(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        factories.account(session, login="fournier").disabled_at = factories.NOW
    assert _log_in(browser, "fournier", factories.PASSWORD).status == 422


def test_a_closed_account_is_told_to_who_knows_its_password_and_to_nobody_else(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        factories.account(session, login="fournier").disabled_at = factories.NOW
    page = _log_in(browser, "fournier", factories.PASSWORD)
    assert page.status == 422
    assert "Ce compte est fermé : adressez-vous" in page.root.one("div", role="alert").text
    assert page.by_id("f-login").get("value") == "fournier"
    page = _log_in(browser, "fournier", "x" * 8)
    assert "inconnu" in page.root.one("div", role="alert").text


def test_an_ended_session_speaks_to_an_adult_as_to_an_adult(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        account = factories.account(session)
        sign_in(browser, account)
        account.disabled_at = factories.NOW
    page = browser.open("/enseignant/campagnes")
    assert page.h1 == "Cette session est terminée"
    assert "votre compte" in page.text
    assert "secret" not in page.text
    assert page.follow("Se connecter").url == "/connexion"


def test_an_ended_session_speaks_to_a_student_as_to_a_student(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        learner = factories.learner(session)
        account = factories.account(session, role="student", learner=learner)
        sign_in(browser, account)
        account.session_epoch += 1
    page = browser.open("/profil")
    assert "le secret a été changé" in page.text
    assert page.follow("Entrer un code").url == "/"


@pytest.mark.parametrize("login", ["fournier", "personne"])
def test_eight_wrong_passwords_close_the_door_for_five_minutes(
    browser: Browser, saving: Saving, login: str
) -> None:
    with saving() as session:
        factories.account(session, login="fournier")
    for _ in range(8):
        assert _log_in(browser, login, "x" * 8).status == 422
    page = _log_in(browser, login, factories.PASSWORD)
    assert page.status == 429
    assert "ton enseignant" not in page.text
    assert 0 < int(page.headers["retry-after"]) <= 300
    with time_machine.travel(timedelta(minutes=6)):
        assert _log_in(browser, "fournier", factories.PASSWORD).status == 200


def test_a_student_makes_an_account_and_comes_back_with_it(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        code = factories.campaign(session).code
    page = browser.open(f"/parcours/{code}").follow("crée un compte")
    page = page.form(button="Créer mon compte")
    page = page.fill(name="Sacha", login="sacha", password="trois mots au hasard").submit()
    assert page.url == f"/parcours/{code}"
    test = page.form(button="Continuer, c’est moi").submit().url
    browser.open(f"/parcours/{code}").form(button="Ce n’est pas moi").submit()
    page = browser.open(f"/parcours/{code}").follow("connecte-toi").form(button="Se connecter")
    page = page.fill(login="sacha", password="trois mots au hasard").submit()
    assert page.form(button="Continuer, c’est moi").submit().url == test


def test_what_a_guest_did_goes_with_the_account_they_make(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        code = factories.campaign(session).code
    test = browser.open(f"/parcours/{code}").form().fill(first_name="Lou").submit().url
    form = browser.open(f"/comptes/nouveau?code={code}").form(button="Créer mon compte")
    page = form.fill(name="Lou", login="lou", password="trois mots au hasard").submit()
    assert page.form(button="Continuer, c’est moi").submit().url == test
    with saving() as session:
        assert session.scalar(select(func.count(Learner.id))) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"login": "x"}, "login"),
        ({"password": "court"}, "password"),
        ({"login": "sacha2026", "password": "Sacha2026"}, "password"),
        ({"login": "Déjà"}, "login"),
    ],
)
def test_an_account_with_a_mistake_is_refused_next_to_its_field(
    browser: Browser, saving: Saving, wrong: dict[str, str], field: str
) -> None:
    with saving() as session:
        factories.account(session, login="deja")
    form = browser.open("/comptes/nouveau").form(button="Créer mon compte")
    typed = {"name": "Sacha", "login": "sacha", "password": "trois mots au hasard", **wrong}
    page = form.fill(dict(typed)).submit()
    assert page.status == 422
    assert page.by_id(f"f-{field}-error").text


def test_an_administrator_adds_a_school_and_a_teacher_who_signs_in(
    browser: Browser, saving: Saving
) -> None:
    with saving() as session:
        sign_in(browser, factories.account(session, role="admin"))
    page = browser.open("/administration/etablissements")
    page = page.form(button="Ajouter l’établissement")
    page = page.fill(uai="0990 001 x", name="Lycée du Phare").submit()
    assert "0990001X" in page.text
    school = page.by_id("f-school").all("option")[-1].get("value")
    form = page.form(button="Créer le compte")
    page = form.fill(name="M. Sorel", login="sorel", role="teacher", school=school).submit()
    password = page.root.all("div", role="status")[-1].text.rpartition(" ")[2]
    assert "sorel" in page.text
    browser.open("/enseignant/campagnes").form(button="Quitter").submit()
    assert _log_in(browser, "sorel", password).h1 == "Mes tests"


def test_a_malformed_school_and_a_taken_login_are_refused(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        school = factories.organization(session)
        factories.account(session, organization=school, login="deja")
        sign_in(browser, factories.account(session, role="admin"))
    page = browser.open("/administration/etablissements")
    form = page.form(button="Ajouter l’établissement")
    assert form.fill(uai="123", name="x").submit().by_id("f-uai-error").text
    assert form.fill(uai=school.uai, name="x").submit().by_id("f-uai-error").text
    form = page.form(button="Créer le compte")
    refused = form.fill(name="x", login="deja", role="teacher", school=str(school.id)).submit()
    assert refused.by_id("f-login-error").text
    refused = form.fill(name="x", login="neuf", role="teacher", school="").submit()
    assert refused.by_id("f-school-error").text


def test_a_new_password_ends_the_sessions_of_the_old_one(
    browser: Browser, saving: Saving, new_browser: Callable[[], Browser]
) -> None:
    with saving() as session:
        teacher = factories.account(session, login="fournier")
        sign_in(browser, factories.account(session, role="admin"))
    theirs = new_browser()
    sign_in(theirs, teacher)
    page = browser.open("/administration/etablissements")
    page = (
        page.follow("Nouveau mot de passe").form(button="Donner un nouveau mot de passe").submit()
    )
    assert page.url == "/administration/etablissements"
    password = page.root.all("div", role="status")[-1].text.rpartition(" ")[2]
    assert theirs.open("/enseignant/campagnes").url == "/ailleurs"
    assert _log_in(theirs, "fournier", password).h1 == "Mes tests"


def test_a_new_password_is_asked_about_before_the_old_one_ends(
    browser: Browser, saving: Saving, new_browser: Callable[[], Browser]
) -> None:
    with saving() as session:
        factories.account(session, login="fournier", name="Mme Fournier")
        admin = factories.account(session, role="admin")
    sign_in(browser, admin)
    page = browser.open("/administration/etablissements").follow("Nouveau mot de passe")
    assert page.h1 == "Un nouveau mot de passe pour Mme Fournier ?"
    assert page.follow("Annuler").url == "/administration/etablissements"
    assert _log_in(new_browser(), "fournier", factories.PASSWORD).h1 == "Mes tests"
    assert browser.open(f"/administration/comptes/{admin.id}/mots-de-passe").status == 404


def test_an_administrator_closes_an_account_and_never_their_own(
    browser: Browser, new_browser: Callable[[], Browser], saving: Saving
) -> None:
    with saving() as session:
        teacher = factories.account(session, login="fournier")
        admin = factories.account(session, role="admin")
    sign_in(browser, admin)
    page = browser.open("/administration/etablissements")
    page = page.form(button="Fermer").submit()
    theirs = new_browser()
    sign_in(theirs, teacher)
    assert theirs.open("/enseignant/campagnes").url == "/ailleurs"
    page.form(button="Rouvrir").submit()
    assert _log_in(theirs, "fournier", factories.PASSWORD).h1 == "Mes tests"
    browser.open("/administration/etablissements")
    refused = browser.post(f"/administration/comptes/{admin.id}/fermetures")
    assert refused.status == 404
    assert browser.open("/administration/etablissements").status == 200
