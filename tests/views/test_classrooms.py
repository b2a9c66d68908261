"""Classes and imported lists, for staff."""

import pytest

from tests import factories, html
from tests.browser import Browser, FlaskTransport
from tests.fixtures import Saving
from tests.people import sign_in
from webapp.models import Account

NEW = "/enseignant/classes/listes/nouvelle"
LISTS = "/enseignant/classes/listes"
GOOD = """Nom;Prénom;Date de naissance;Classe
Benali;Inès;14/03/2010;2de 4
Roy;Léa;15/03/2010;2de 4
"""
BOUNDARY = "one-part-ends-here"


def _send(
    browser: Browser, content: bytes, *, htmx: bool = False, **fields: str
) -> tuple[int, str]:
    token = browser.open(NEW).root.all("input", name="csrf_token")[-1].get("value")
    assert isinstance(browser.transport, FlaskTransport)
    parts = [_part("csrf_token", token.encode())]
    parts += [_part(name, value.encode()) for name, value in fields.items()]
    parts.append(_part('file"; filename="eleves.csv', content))
    response = browser.transport.client.post(
        LISTS,
        data=b"".join(parts) + f"--{BOUNDARY}--\r\n".encode(),
        content_type=f"multipart/form-data; boundary={BOUNDARY}",
        headers={"HX-Request": "true"} if htmx else {},
    )
    return response.status_code, response.get_data(as_text=True)


def _part(name: str, value: bytes) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return head.encode() + value + b"\r\n"


@pytest.mark.usefixtures("teacher")
def test_a_list_is_imported_and_its_class_opens(browser: Browser) -> None:
    status, page = _send(browser, GOOD.encode("latin-1"))
    assert status == 200
    assert "2\u00a0élèves ajoutés" in page
    page = browser.open("/enseignant/classes").follow("2de 4").text
    assert "Benali" in page
    assert "14/03/2010" in page


@pytest.mark.usefixtures("teacher")
def test_a_list_with_mistakes_is_refused_whole_and_each_is_told(browser: Browser) -> None:
    status, page = _send(browser, (GOOD + "Diop;;31/02/2010;2de 4\n").encode())
    assert status == 422
    assert "2 erreurs" in page
    assert "<td>Prénom</td>" in page
    assert "<td>Date de naissance</td>" in page
    assert "Benali" not in browser.open("/enseignant/classes").text


@pytest.mark.usefixtures("teacher")
def test_counts_of_thousands_are_written_with_a_narrow_space(browser: Browser) -> None:
    heading, *_ = GOOD.splitlines(keepends=True)
    many = [f"Roy{n};Léa;15/03/2010;2de 4\n" for n in range(1200)]
    _, page = _send(browser, "".join([heading, *many]).encode())
    assert "1\u202f200\u00a0élèves ajoutés" in page
    page = browser.open("/enseignant/classes")
    assert page.root.one("td", class_="num").raw_text == "1\u202f200"
    assert "1\u202f200\u00a0élèves" in page.follow("2de 4").source
    assert "1\u202f200\u00a0élèves" in browser.open("/enseignant/campagnes/nouvelle").source
    _, page = _send(browser, "".join([heading, *many, *many]).encode())
    assert "1\u202f200 erreurs" in page
    assert "premières erreurs sur 1\u202f200." in page


@pytest.mark.usefixtures("teacher")
def test_no_file_is_said_and_a_huge_one_is_413(browser: Browser) -> None:
    status, page = _send(browser, b"")
    assert (status, "Choisissez un fichier" in page) == (422, True)
    assert _send(browser, b"x" * 3_000_000)[0] == 413


@pytest.mark.parametrize("htmx", [False, True])
def test_a_file_too_large_is_told_next_to_its_field_and_the_school_stays_chosen(
    browser: Browser, saving: Saving, *, htmx: bool
) -> None:
    with saving() as session:
        _, chosen = [factories.organization(session) for _ in range(2)]
        sign_in(browser, factories.account(session, role="admin"))
    status, source = _send(browser, b"x" * 3_000_000, htmx=htmx, school=str(chosen.id))
    page, _ = html.read(source)
    assert status == 413
    assert "2 Mo au plus" in page.one(id="f-file-error").text
    assert [one.get("value") for one in page.all("option") if one.has("selected")] == [
        str(chosen.id)
    ]


@pytest.mark.usefixtures("teacher")
def test_a_file_far_too_large_to_be_read_leads_back_to_the_import(browser: Browser) -> None:
    status, source = _send(browser, b"x" * 9_000_000)
    page, _ = html.read(source)
    assert status == 413
    assert "2 Mo au plus" in page.one("main").text
    assert NEW in [link.get("href") for link in page.one("main").all("a")]


def test_a_refused_list_leaves_the_school_chosen(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        _, chosen = [factories.organization(session) for _ in range(2)]
        sign_in(browser, factories.account(session, role="admin"))
    for content in (b"", b"Nom;Classe\n"):
        _, source = _send(browser, content, school=str(chosen.id))
        page, _ = html.read(source)
        assert [one.get("value") for one in page.all("option") if one.has("selected")] == [
            str(chosen.id)
        ]


def test_a_forged_school_is_not_written_to(
    browser: Browser, saving: Saving, teacher: Account
) -> None:
    with saving() as session:
        foreign = factories.organization(session)
    assert _send(browser, GOOD.encode(), school=str(foreign.id))[0] == 200
    with saving() as session:
        sign_in(browser, factories.account(session, organization=foreign))
    assert teacher.organization_id != foreign.id
    assert "2de 4" not in browser.open("/enseignant/classes").text


def test_an_administrator_chooses_the_school(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        schools = [factories.organization(session) for _ in range(2)]
        sign_in(browser, factories.account(session, role="admin"))
    assert _send(browser, GOOD.encode())[0] == 422
    assert _send(browser, GOOD.encode(), school=str(schools[1].id))[0] == 200


@pytest.mark.usefixtures("teacher")
def test_a_class_of_another_school_does_not_exist(browser: Browser, saving: Saving) -> None:
    with saving() as session:
        foreign = factories.classroom(session)
    assert browser.open(f"/enseignant/classes/{foreign.id}").status == 404
