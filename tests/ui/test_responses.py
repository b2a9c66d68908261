"""Each response kind has a widget that works without JavaScript and loses nothing typed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings

from tests import html, page_rules
from tests.filling import Form
from tests.grading.variants import variants
from tests.html import Element
from webapp import grading
from webapp.config import Settings
from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    NoResponse,
    Number,
    Option,
    Ordering,
    Response,
    Text,
)
from webapp.domain.variant import Variant
from webapp.grading import Problem
from webapp.ui import assets, responses, templating
from webapp.ui.given import Line, lines

DRAFT = "/tests/1/brouillon"
ITEMS = (Option("i7", "mer.mp3"), Option("q2", "port <b>.mp4"), Option("z4", "carte.ods"))
KINDS: dict[str, Response] = {
    "choice": Choice(ITEMS, "Quel fichier ?"),
    "list": Choice(ITEMS, "Fichier", "list"),
    "choices": Choices(ITEMS),
    "text": Text("Serveur", reading="address"),
    "number": Number("Part", "Arrondis à l’unité.", "%"),
    "blanks": Blanks(
        (
            Blank("a", "Points", Number()),
            Blank("b", "Heure", Text(reading="time")),
            Blank("c", "Réussi ?", Choice(ITEMS, display="list")),
        )
    ),
    "ordering": Ordering(ITEMS, "Du plus léger au plus lourd"),
    "matching": Matching(ITEMS, (Option("s", "un son"), Option("v", "une vidéo"))),
}

Show = Callable[..., Element]


@pytest.fixture(scope="module")
def show() -> Show:
    app = Flask("widgets", template_folder=str(assets.folder("templates")))
    templating.init_app(app, Settings(development=True))

    macros: Any = app.jinja_env.get_template("assessments/response.html").module

    def shown(
        response: Response,
        posted: Mapping[str, Sequence[str]] | None = None,
        *,
        problems: Sequence[Problem] = (),
        draft: str = DRAFT,
    ) -> Element:
        widget = responses.widget(response, posted=posted or {}, problems=problems, draft=draft)
        with app.app_context():
            source = macros.response(widget)
        root, faults = html.read(f'<form action="/tests/1/reponses">{source}</form>')
        assert faults + page_rules.faults_of_fragment(root) == []
        return root

    return shown


def form_of(root: Element) -> Form:
    return Form(root.one("form"), root)


@pytest.mark.parametrize("response", KINDS.values(), ids=KINDS)
def test_every_widget_has_fields_named_as_grading_reads_them(
    show: Show, response: Response
) -> None:
    with pytest.raises(grading.Unreadable) as refused:
        grading.read(response, {})
    names = {problem.field for problem in refused.value.problems}
    assert set(form_of(show(response)).names) == names


@pytest.mark.parametrize("response", KINDS.values(), ids=KINDS)
def test_a_refused_field_has_its_sentence_wired_to_it(show: Show, response: Response) -> None:
    with pytest.raises(grading.Unreadable) as refused:
        grading.read(response, {})
    root = show(response, problems=refused.value.problems)
    for problem in refused.value.problems:
        assert root.one(id=f"f-{problem.field}-error").text.startswith(problem.message[:12])
        described = [each.get("aria-describedby").split() for each in root.walk()]
        assert sum(f"f-{problem.field}-error" in ids for ids in described) == 1
        assert root.one(id=f"f-{problem.field}")


@pytest.mark.parametrize("response", KINDS.values(), ids=KINDS)
def test_every_field_keeps_a_draft_unless_there_is_nowhere_to_keep_it(
    show: Show, response: Response
) -> None:
    root = show(response)
    fields = [each for each in root.all("input", "select", "textarea") if each.get("name")]
    kept = root.all(hx_post=DRAFT)
    heard = [id(each) for one in kept for each in one.walk()]
    assert fields
    assert all(heard.count(id(each)) == 1 for each in fields)
    assert all(each.get("hx-sync") == "closest form:abort" for each in kept)
    assert show(response, draft="").all(hx_post="") == []


@given(variants())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_answer_put_back_in_its_widget_is_posted_again_as_it_was(
    show: Show, variant: Variant
) -> None:
    value = grading.right_answer(variant)
    posted = _as_posted(grading.fields_of(variant.response, value))
    sent = form_of(show(variant.response, posted)).values
    assert grading.read(variant.response, sent) == value


@pytest.mark.parametrize("response", [KINDS["text"], KINDS["number"]], ids=["text", "number"])
def test_what_could_not_be_read_stays_in_the_field_as_typed(show: Show, response: Response) -> None:
    typed = 'quatre "<i> & \u202f’'
    assert form_of(show(response, {"answer": [typed]})).values == {"answer": [typed]}


def test_no_option_is_on_before_the_student_chooses(show: Show) -> None:
    for kind in ("choice", "choices"):
        assert form_of(show(KINDS[kind])).values == {kind: []}
    assert form_of(show(KINDS["list"])).values == {"choice": [""]}
    assert set(map(tuple, form_of(show(KINDS["matching"])).values.values())) == {("",)}


def test_options_are_texts_and_never_markup(show: Show) -> None:
    for kind in ("choice", "choices", "list", "ordering", "matching"):
        root = show(KINDS[kind])
        assert root.all("b") == []
        assert "port <b>.mp4" in root.text


def test_every_pair_offers_the_same_labels_in_the_same_order(show: Show) -> None:
    form = form_of(show(KINDS["matching"]))
    assert {tuple(form.offered(name) or ()) for name in form.names} == {("", "s", "v")}


def test_each_item_of_an_order_has_two_buttons_that_say_what_they_do(show: Show) -> None:
    root = show(KINDS["ordering"], {"order": ["z4", "i7", "q2"]})
    words = [button.text for button in root.all("button")]
    assert words == [
        "Monter : carte.ods, 1re position sur 3",
        "Descendre : carte.ods, 1re position sur 3",
        "Monter : mer.mp3, 2e position sur 3",
        "Descendre : mer.mp3, 2e position sur 3",
        "Monter : port <b>.mp4, 3e position sur 3",
        "Descendre : port <b>.mp4, 3e position sur 3",
    ]
    assert {button.get("formaction") for button in root.all("button")} == {DRAFT}
    ends = [button.get("id") for button in root.all("button", aria_disabled="true")]
    assert ends == ["up-z4", "down-q2"]


def test_pressing_a_button_moves_the_item_and_says_where_it_is(show: Show) -> None:
    response = KINDS["ordering"]
    assert isinstance(response, Ordering)
    sent, _ = form_of(show(response)).pairs("down:i7")
    order = [value for name, value in sent if name == "order"]
    (move,) = [value for name, value in sent if name == "move"]
    moved = grading.moved(order, move)
    assert moved == ["q2", "i7", "z4"]
    assert form_of(show(response, {"order": moved})).values == {"order": moved}
    assert responses.move_said(response, moved, move) == "mer.mp3 : 2e position sur 3."
    assert responses.move_said(response, moved, "down:unknown") == ""


def test_an_order_that_is_not_one_shows_the_items_as_at_first(show: Show) -> None:
    for order in (["z4"], ["z4", "z4", "i7"], ["z4", "i7", "unknown"]):
        values = form_of(show(KINDS["ordering"], {"order": order})).values
        assert values == {"order": ["i7", "q2", "z4"]}


def test_keyboards_do_not_correct_what_must_stay_as_typed(show: Show) -> None:
    code = show(Text(reading="exact")).one("input")
    assert (code.get("autocapitalize"), code.get("spellcheck")) == ("none", "false")
    assert not show(Text()).one("input").has("spellcheck")
    assert show(KINDS["number"]).one("input").get("inputmode") == "decimal"
    assert show(KINDS["number"]).one("input").get("type") == "text"
    assert show(KINDS["number"]).text.endswith("%")


def test_an_environment_needs_no_widget(show: Show) -> None:
    assert responses.widget(NoResponse(), posted={}) is None
    assert form_of(show(NoResponse())).names == []


def test_an_answer_is_shown_back_with_the_marks_of_the_page() -> None:
    assert lines(KINDS["choice"], "q2") == (Line("B", "port <b>.mp4"),)
    assert lines(KINDS["choices"], ["i7", "z4"]) == (
        Line("A", "mer.mp3"),
        Line("C", "carte.ods"),
    )
    assert lines(KINDS["list"], "q2") == (Line("", "port <b>.mp4"),)
    assert lines(KINDS["ordering"], ["z4", "i7", "q2"])[0] == Line("1", "carte.ods")
    assert lines(KINDS["text"], "x.test") == (Line("", "x.test"),)
    assert lines(KINDS["text"], None) == ()
    given = {"i7": "s", "q2": "v", "z4": "v"}
    told = lines(KINDS["matching"], given, (True, False, True))
    assert [line.right for line in told] == [True, False, True]
    assert [line.right for line in lines(KINDS["matching"], given)] == [None] * 3


def _as_posted(fields: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
