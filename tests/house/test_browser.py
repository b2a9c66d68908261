"""The browser of the tests refuses malformed pages and does only what a person could."""

import pytest
from flask import Flask, Response, request

from tests import page_rules
from tests.browser import Browser, MalformedPage
from tests.html import read

PAGE = """<!doctype html><html lang="fr"><head><title>{title} – Azimut</title>
<meta name="viewport" content="width=device-width"></head><body><main>{main}</main></body></html>"""
FORM = """<h1>Formulaire</h1><form action="/reponse" method="post">
<input type="hidden" name="csrf_token" value="t"><input type="hidden" name="key" value="k">
<label for="a">Réponse</label><input id="a" name="answer" value="">
<fieldset><legend>Choix</legend>
<label><input type="radio" name="choice" value="x"> X</label>
<label><input type="radio" name="choice" value="y" checked> Y</label></fieldset>
<fieldset disabled><legend>Non</legend><label>Non <input name="no" value="1"></label></fieldset>
<button name="action" value="submit">Je valide</button>
<button name="action" value="skip">Je passe</button></form>"""


def a_page(main: str, title: str = "Titre") -> str:
    return PAGE.format(title=title, main=main)


@pytest.fixture
def small_browser() -> Browser:
    """On an application of two addresses, that answers what it received."""
    app = Flask("small")
    app.add_url_rule("/", view_func=lambda: _answer(a_page(FORM, "Formulaire")), endpoint="form")
    app.add_url_rule(
        "/reponse",
        view_func=lambda: _answer(a_page(f"<h1>Titre</h1>{request.form.to_dict()}")),
        methods=["POST"],
        endpoint="answer",
    )
    return Browser.of(app)


def _answer(page: str) -> Response:
    headers = {
        "Content-Security-Policy": "default-src 'none'",
        "Vary": "HX-Request, Cookie",
        "Cache-Control": "no-store",
    }
    return Response(page, headers=headers, mimetype="text/html")


@pytest.mark.parametrize(
    ("main", "fault"),
    [
        ("<p>Rien</p>", "not one of each"),
        ("<h1>Titre</h1><h1>Titre</h1>", "not one of each"),
        ("<h1>Autre</h1>", "does not start with"),
        ('<h1>Titre</h1><p id="a"></p><p id="a"></p>', "« a » is there 2 times"),
        ('<h1>Titre</h1><form method="get"></form>', "without action"),
        ('<h1>Titre</h1><form method="post" action="/x"></form>', "no csrf_token"),
        ('<h1 style="color: red">Titre</h1>', "inline style"),
        ("<h1>Titre</h1><script>alert(1)</script>", "inline script"),
        ('<h1 onclick="x()">Titre</h1>', "<h1 onclick>"),
        ('<h1>Titre</h1><a href="javascript:x()">x</a>', "a script in <a href>"),
        (
            '<h1>Titre</h1><img alt="" src="https://cdn.example/x.png">',
            "goes to https://cdn.example",
        ),
        ('<h1>Titre</h1><img alt="" src="//cdn.example/x.png">', "goes to //cdn.example"),
        ('<h1>Titre</h1><input name="x">', "the field x has no label"),
        ('<h1>Titre</h1><label for="y">Y</label>', "refers to « y »"),
        ('<h1>Titre</h1><button type="button"></button>', "<button> says nothing"),
        ('<h1>Titre</h1><img src="/x.png">', "has no alt"),
        ("<h1>Titre</h1><p><ul></ul></p>", "<ul> inside <p>"),
        ("<h1>Titre</h1><div><b></div></b>", "</div> closes <b>"),
        ("<h1>Titre</h1><div/>", "does not close itself"),
        ("<h1>Titre</h1><div>", "</main> closes <div>"),
    ],
)
def test_a_malformed_page_is_refused_with_its_fault(main: str, fault: str) -> None:
    root, faults = read(a_page(main))
    assert any(fault in each for each in faults + page_rules.faults_of_page(root))


def test_a_good_page_has_no_fault() -> None:
    root, faults = read(a_page('<h1>Titre</h1><p id="a">Ça va ?<br>Oui</p><svg><path d=""/></svg>'))
    assert faults + page_rules.faults_of_page(root) == []


def test_a_page_without_our_headers_is_refused() -> None:
    app = Flask("careless")
    app.add_url_rule("/", view_func=lambda: a_page("<h1>Titre</h1>"))
    with pytest.raises(MalformedPage, match="a cache may keep the page"):
        Browser.of(app).open("/")


def test_a_form_sends_what_a_browser_would_and_no_disabled_field(small_browser: Browser) -> None:
    page = small_browser.open("/").form().fill(answer="12").submit()
    sent = {"csrf_token": "t", "key": "k", "answer": "12", "choice": "y", "action": "submit"}
    assert str(sent) in page.text
    skipped = small_browser.open("/").form().fill(choice="x").submit("Je passe")
    assert "'choice': 'x'" in skipped.text
    assert "'action': 'skip'" in skipped.text


@pytest.mark.parametrize(
    "values", [{"choice": "z"}, {"key": "forged"}, {"absent": "1"}, {"no": "2"}]
)
def test_nobody_can_fill_what_is_not_offered(
    small_browser: Browser, values: dict[str, str]
) -> None:
    with pytest.raises(AssertionError):
        small_browser.open("/").form().fill(dict(values))


def test_nobody_can_press_a_button_that_is_not_there(small_browser: Browser) -> None:
    with pytest.raises(AssertionError, match="no button « Envoyer »"):
        small_browser.open("/").form().submit("Envoyer")
