"""The mailbox and the file explorer, used for real: with JavaScript, without it, by keyboard."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from e2e import axe
from e2e.conftest import NewPage
from e2e.pages.student import Student
from e2e.server import Server
from e2e.stage import Stage
from e2e.watch import Watch
from webapp import db
from webapp.content import drawing
from webapp.extensions import catalog
from webapp.models import Answer, Presentation

MAIL, FILES, SEED = "mail-ecrire-4x", "arbo-2x", 1
NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="session")
def stage(server: Server) -> Stage:
    return Stage(server)


@pytest.fixture
def before(stage: Stage) -> Callable[[Page, str], str]:
    """Brings somebody before a challenge; gives the id of their test."""

    def come(page: Page, challenge_id: str) -> str:
        student = Student(page, stage)
        student.be_asked(challenge_id, seed=SEED)
        return student.assessment_id

    return come


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_a_message_to_all_the_families_is_sent_and_judged_right(
    javascript: bool, phone: bool, stage: Stage, new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page(phone=phone, javascript=javascript)
    test, said = before(page, MAIL), _params(stage, MAIL)
    page.get_by_role("button", name="Nouveau", exact=True).click()
    page.get_by_label("À", exact=True).fill(said["address"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"Retirer {said['address']}")).to_be_visible()
    page.get_by_label("Objet").fill(f"Info {said['word']}")
    page.get_by_text("Cci", exact=True).first.click()
    page.get_by_role("button", name="Choisir dans les contacts pour Cci").click()
    page.get_by_label(f"Familles {said['word']} {said['count']} personnes").check()
    page.get_by_role("button", name="Ajouter", exact=True).click()
    expect(page.get_by_label("Objet")).to_have_value(f"Info {said['word']}")
    page.get_by_label("Texte du message").fill(f"La séance est à {said['new_hour']}.")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_text("Message envoyé.")).to_be_visible()
    page.get_by_role("button", name="Je valide").click()
    expect(page.locator("main")).not_to_have_attribute("data-question", "7")
    assert _verdicts(stage, test) == ["right"]


def test_what_one_types_in_a_message_survives_a_reload(
    new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page()
    before(page, MAIL)
    page.get_by_role("button", name="Nouveau", exact=True).click()
    page.get_by_label("À", exact=True).press_sequentially("samira.ka")
    page.get_by_label("Texte du message").press_sequentially("Bonjour à toutes et à tous")
    expect(page.locator("#saved")).to_contain_text("Enregistré à")
    page.wait_for_timeout(1500)
    page.reload()
    expect(page.get_by_label("À", exact=True)).to_have_value("samira.ka")
    expect(page.get_by_label("Texte du message")).to_have_value("Bonjour à toutes et à tous")


def test_a_refused_message_says_why_beside_the_field_and_takes_one_there(
    new_page: NewPage, before: Callable[..., str], watch: Watch
) -> None:
    watch.allow("htmx:responseError")
    page = new_page()
    before(page, MAIL)
    page.get_by_role("button", name="Nouveau", exact=True).click()
    page.get_by_label("À", exact=True).fill("samira@")
    page.get_by_label("Texte du message").fill("Bonjour")
    page.get_by_role("button", name="Envoyer").click()
    field = page.get_by_label("À", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_value("samira@")
    expect(page.get_by_role("alert")).to_contain_text("n’est pas une adresse complète")
    expect(page.get_by_label("Texte du message")).to_have_value("Bonjour")
    axe.check(page)


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
def test_a_search_is_sent_while_its_other_criteria_are_open(
    phone: bool, new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page(phone=phone)
    before(page, MAIL)
    page.get_by_role("img", name="Autres critères").click()
    page.get_by_label("Avec pièce jointe").check()
    page.get_by_role("button", name="Rechercher", exact=True).click()
    expect(page.get_by_role("heading", name="Résultats")).to_be_visible()
    expect(page.get_by_label("Avec pièce jointe")).to_be_checked()


def test_back_in_the_browser_goes_back_in_the_mailbox(
    new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page()
    before(page, MAIL)
    page.get_by_role("link", name="Contacts", exact=True).click()
    expect(page.get_by_role("heading", name="Contacts")).to_be_visible()
    page.get_by_role("link", name="Envoyés").click()
    expect(page.get_by_role("heading", name="Envoyés")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Contacts")).to_be_visible()
    expect(page.get_by_role("button", name="Je valide")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_two_files_are_put_in_a_new_folder_by_keyboard_alone(
    javascript: bool, stage: Stage, new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page(javascript=javascript)
    test, said = before(page, FILES), _params(stage, FILES)
    _press(page, "link", "Documents")
    expect(page.get_by_role("heading", name=re.compile("^Documents"))).to_be_visible()
    _press(page, "link", "Nouveau dossier")
    page.wait_for_timeout(300)
    page.get_by_label("Nom du nouveau dossier").focus()
    page.keyboard.type(said["folder"])
    expect(page.get_by_label("Nom du nouveau dossier")).to_have_value(said["folder"])
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Dossier « {said['folder']} » créé.")).to_be_visible()
    for name in (said["agreement"], said["report"]):
        _search(page, name)
        if javascript:
            expect(page.get_by_role("heading", name="Recherche dans")).to_be_focused()
        page.get_by_label(f"Choisir {name}", exact=True).focus()
        page.keyboard.press("Space")
        page.get_by_text("Déplacer ou copier").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Vers le dossier").focus()
        _down_to(page, f"Documents › {said['folder']}")
        _press(page, "button", "Déplacer")
        expect(page.get_by_text(f"« {name} » déplacé dans « {said['folder']} ».")).to_be_visible()
    _press(page, "button", "Je valide")
    expect(page.locator("main")).not_to_have_attribute("data-question", "7")
    assert _verdicts(stage, test) == ["right"]


@pytest.mark.parametrize(
    ("challenge_id", "views"),
    [
        (
            MAIL,
            ("", "vue.choix=1", "vue.nouveau=1", "vue.dossier=contacts", "vue.dossier=reglages"),
        ),
        (
            MAIL,
            (
                "vue.dossier=reglages&vue.regle=nouvelle",
                "vue.dossier=reglages&vue.reglages=absence",
            ),
        ),
        (FILES, ("", "vue.recherche=*.pdf", "vue.dossier=corbeille", "vue.nouveau=1")),
    ],
)
def test_no_fault_that_axe_can_see_in_any_pane(
    challenge_id: str, views: tuple[str, ...], new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page()
    test = before(page, challenge_id)
    for view in views:
        page.goto(f"/tests/{test}/question?{view}")
        _check(page)
    if challenge_id == MAIL:
        page.goto(f"/tests/{test}/question")
        page.get_by_role("link", name="Absence").first.click()
        _check(page)
        page.get_by_role("button", name="Répondre", exact=True).click()
        _check(page)
        page.get_by_role("button", name="Choisir dans les contacts pour À").click()
        _check(page)
    else:
        page.goto(f"/tests/{test}/question?vue.recherche=*.odt")
        page.get_by_role("link", name="Propriétés de").first.click()
        _check(page)


def test_the_path_of_a_folder_breaks_no_word_on_the_narrowest_screen(
    new_page: NewPage, before: Callable[..., str]
) -> None:
    page = new_page()
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    before(page, FILES)
    page.get_by_role("link", name="Documents").first.click()
    here = page.get_by_role("navigation", name="Chemin").locator("[aria-current]")
    expect(here).to_have_text("Documents")
    lines = here.evaluate(
        """each => { const text = document.createRange();
        text.selectNodeContents(each); return text.getClientRects().length; }"""
    )
    assert lines == 1


def _check(page: Page) -> None:
    for scheme, size in (("light", {"width": 1280, "height": 800}), ("dark", NARROW)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(size)  # type: ignore[arg-type]
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{page.url}: {overflow} px too wide"
        axe.check(page)


def _press(page: Page, role: str, name: str) -> None:
    page.wait_for_timeout(300)  # the focus first goes to what has come
    page.get_by_role(role, name=name, exact=True).first.focus()  # type: ignore[arg-type]
    page.keyboard.press("Enter")


def _down_to(page: Page, wanted: str) -> None:
    """Goes down the list in focus, by its arrow key, to a line."""
    field = page.locator(":focus")
    for _ in range(30):
        if field.locator("option:checked").inner_text() == wanted:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{wanted} is not in the list")


def _search(page: Page, words: str) -> None:
    page.get_by_role("link", name="Mes fichiers").first.click()
    expect(page.get_by_role("heading", name=re.compile("^Mes fichiers"))).to_be_visible()
    page.wait_for_timeout(300)  # the focus first goes to the heading of what has come
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.type(words)
    expect(field).to_have_value(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Recherche dans")).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(1)


def _params(stage: Stage, challenge_id: str) -> dict[str, str]:
    with stage.app.app_context():
        question = drawing.question(catalog(), challenge_id, SEED)
    return dict(question.variant.params)


def _verdicts(stage: Stage, assessment_id: str) -> list[str]:
    """How each answer of a test was judged."""
    asked = select(Presentation.id).where(Presentation.assessment_id == UUID(assessment_id))
    with stage.app.app_context(), db.reading() as session:
        return list(
            session.scalars(select(Answer.outcome).where(Answer.presentation_id.in_(asked)))
        )
