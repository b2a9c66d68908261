"""Every screen, by name, and how to bring somebody before it: for pictures and for axe."""

import re
from collections.abc import Callable
from typing import TypeAlias

from playwright.sync_api import Page, expect

from e2e.pages.student import Student
from e2e.stage import CLASS_CODE, SCHOOL_CODE, Stage
from tests.browser import Browser
from webapp.services.demonstration import PLAYED

Scene: TypeAlias = Callable[[Stage, Page], None]

_QUESTIONS = {
    "question-choix": "partage-3y",
    "question-cases": "mail-ecrire-5y",
    "question-texte": "arbo-5x",
    "question-nombre": "export-3y",
    "question-champs": "mdp-6x",
    "question-ordre": "formats-2x",
    "question-association": "formats-1x",
    "fichier": "meta-4x",
    "messagerie": "mail-gerer-6x",
    "explorateur": "arbo-2x",
}


def _address(path: str) -> Scene:
    """A page that anyone may open."""
    return lambda stage, page: _go(page, path)


def _question(challenge_id: str) -> Scene:
    return lambda stage, page: Student(page, stage).be_asked(challenge_id)


def _secret(stage: Stage, page: Page) -> None:
    _go(page, f"/parcours/{CLASS_CODE}/eleves/{stage.learner_id('Lina', 'Haddad')}")


def _intro(stage: Stage, page: Page) -> None:
    student = stage.at_the_door()
    _as(stage, page, student, _test(student) + "/presentation")
    page.get_by_role("button", name="Je commence").wait_for()


def _refused(stage: Stage, page: Page) -> None:
    _question("export-3y")(stage, page)
    page.get_by_role("button", name="Je valide").click()
    expect(page).to_have_title(re.compile("^Erreur"))


def _checkpoint(stage: Stage, page: Page) -> None:
    student = stage.at_first_question()
    stage.answers(student, 6)
    _as(stage, page, student, _test(student) + "/question")


def _results(leaf: str) -> Scene:
    def visit(stage: Stage, page: Page) -> None:
        _as(stage, page, _finished(stage), leaf)

    return visit


def _practice(stage: Stage, page: Page) -> None:
    _as(stage, page, _finished(stage), "/entrainement")


def _staff(address: str, login: str = "fournier") -> Scene:
    """A page of adults."""

    def visit(stage: Stage, page: Page) -> None:
        stage.give(stage.staff(login), page.context)
        _go(page, address)

    return visit


def _live(stage: Stage, page: Page) -> None:
    _staff("/enseignant/campagnes")(stage, page)
    row = page.get_by_role("row").filter(has_text=PLAYED.classroom)
    row.get_by_role("link", name=PLAYED.name).click()
    page.locator("#follow").wait_for()


def _poster(stage: Stage, page: Page) -> None:
    _live(stage, page)
    page.get_by_role("link", name="Afficher le code").click()
    page.get_by_role("figure").wait_for()


def _new_password(stage: Stage, page: Page) -> None:
    _staff("/administration/etablissements", login="admin")(stage, page)
    page.get_by_role("link", name="Nouveau mot de passe").first.click()
    page.get_by_role("heading", name="Un nouveau mot de passe").wait_for()


def _verdict(stage: Stage, page: Page) -> None:
    _staff("/enseignant/apercu/formats-2x?reponse=juste")(stage, page)
    page.get_by_role("button", name="Je valide").click()
    page.get_by_text("Cette réponse serait comptée juste.").wait_for()


def _network(stage: Stage, page: Page) -> None:
    _question("export-3y")(stage, page)
    page.get_by_role("textbox").first.fill("12")
    page.context.set_offline(True)
    page.get_by_role("button", name="Je valide").click()
    page.get_by_role("alert").first.wait_for()


def _display(stage: Stage, page: Page) -> None:
    _question("partage-3y")(stage, page)
    page.get_by_role("link", name="Affichage").click()
    page.get_by_role("heading", name="Affichage").wait_for()


SCENES: dict[str, Scene] = {
    "accueil": _address("/"),
    "qui": _address(f"/parcours/{CLASS_CODE}"),
    "secret": _secret,
    "nom-et-naissance": _address(f"/parcours/{SCHOOL_CODE}"),
    "presentation": _intro,
    **{name: _question(challenge_id) for name, challenge_id in _QUESTIONS.items()},
    "question-refusee": _refused,
    "etape": _checkpoint,
    "resultats": _results("resultats"),
    "copie": _results("copie"),
    "profil": _results("/profil"),
    "entrainement": _practice,
    "tutoriel": _address("/tutoriels/formats-t1"),
    "affichage": _display,
    "reseau": _network,
    "aide": _address("/aide"),
    "donnees": _address("/donnees"),
    "accessibilite": _address("/accessibilite"),
    "connexion": _address("/connexion"),
    "compte": _address("/comptes/nouveau"),
    "sans-liste": _address(f"/parcours/{CLASS_CODE}/invites"),
    "reprendre": _address("/reprises"),
    "enseignant-tests": _staff("/enseignant/campagnes"),
    "enseignant-nouveau-test": _staff("/enseignant/campagnes/nouvelle"),
    "enseignant-direct": _live,
    "enseignant-affiche": _poster,
    "enseignant-classes": _staff("/enseignant/classes"),
    "enseignant-importation": _staff("/enseignant/classes/listes/nouvelle"),
    "enseignant-defis": _staff("/enseignant/defis"),
    "enseignant-apercu": _staff("/enseignant/apercu/formats-2x"),
    "enseignant-apercu-messagerie": _staff("/enseignant/apercu/mail-gerer-6x"),
    "enseignant-apercu-verdict": _verdict,
    "administration": _staff("/administration/etablissements", login="admin"),
    "administration-mot-de-passe": _new_password,
    "introuvable": _address("/nulle-part"),
}


def _finished(stage: Stage) -> Browser:
    """A student who has taken the whole test, checkpoints passed."""
    student = stage.at_first_question()
    while (page := stage.answers(student, 60)).root.all("main", data_state="checkpoint"):
        page.form(button="Continuer").submit()
    return student


def _test(student: Browser) -> str:
    assert student.page is not None
    return "/".join(student.page.url.split("/")[:3])


def _as(stage: Stage, page: Page, student: Browser, address: str) -> None:
    """Give the page to the student, who opens an address (of their test, if it is relative)."""
    stage.give(student, page.context)
    _go(page, address if address.startswith("/") else f"{_test(student)}/{address}")


def _go(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("document.fonts.ready")
