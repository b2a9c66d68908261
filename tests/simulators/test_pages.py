"""The environments as pages: every link and every button, followed without JavaScript."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from flask import Flask, render_template
from markupsafe import escape

from tests import html, page_rules
from tests.html import Element
from tests.simulators.worlds import FILES, MAIL, club, desk
from webapp.config import Settings
from webapp.simulators import ActionRefused, Environment
from webapp.simulators.frame import State
from webapp.ui import assets, templating

POST, PAGE = "/tests/1/environnement/actions", "/tests/1/question"
SOURCE = (
    "{% import template ~ '/_environment.html' as simulator %}"
    "{{ simulator.environment(env, post_url=post_url, page_url=page_url, key=key) }}"
)
MOST_PAGES = 150
Show = Callable[..., Element]


@pytest.fixture(scope="module")
def show() -> Show:
    app = Flask("environments", template_folder=str(assets.folder("templates")))
    templating.init_app(app, Settings(development=True))
    app.jinja_env.globals["csrf_token"] = lambda: "token"
    page = app.jinja_env.from_string(SOURCE)

    def shown(
        there: Environment,
        state: State,
        view: Mapping[str, str],
        *,
        refusal: ActionRefused | None = None,
        key: str = "key",
    ) -> Element:
        """One page of an environment; fails on any fault of writing or of accessibility."""
        with app.test_request_context():
            source = render_template(
                page,
                template=there.template,
                env=there.screen(state, view, refusal),
                post_url=f"{POST}?{_query(view)}",
                page_url=lambda wanted: f"{PAGE}?{_query(wanted)}",
                key=key,
            )
        root, faults = html.read(source)
        assert [*faults, *page_rules.faults_of_fragment(root)] == [], view
        assert len(root.all(id="environment")) == 1
        assert len([each for each in root.walk() if each.has("data-focus")]) == 1, view
        return root

    return shown


def _worlds() -> Iterator[Any]:
    there = club()
    steps, draft = there.composed()
    steps.do("add", draft=draft, to="Familles escalade", cc="a@b.example")
    steps.do("attach", draft=draft, documents=[there.plan]).do("compose")
    steps.do("schedule", draft=draft, day="2027-01-14", time="18:15").do(
        f"report_junk:{there.fraud}"
    )
    steps.do("create_rule", from_="x", folder=there.school).do(f"unsubscribe:{there.letter}")
    steps.do(f"forward:{there.mayor}")
    yield pytest.param(MAIL, steps.state, id="webmail")
    yield pytest.param(FILES, desk(quota=4_000_000_000, trash_counts=True).state, id="files")


@pytest.mark.parametrize(("there", "state"), list(_worlds()))
def test_every_page_that_links_lead_to_is_sound(
    there: Environment, state: State, show: Show
) -> None:
    seen: set[str] = set()
    ahead: list[dict[str, str]] = [{}]
    verbs: set[str] = set()
    while ahead and len(seen) < MOST_PAGES:
        view = ahead.pop()
        if _query(view) in seen:
            continue
        seen.add(_query(view))
        root = show(there, state, view)
        ahead += [_view(link.get("href")) for link in root.all("a")]
        verbs |= {each.get("value").partition(":")[0] for each in root.all("button", name="action")}
    assert len(seen) > 20
    assert verbs <= {*there.verbs, "undo"}
    for link in root.all("a"):
        assert link.get("hx-get") == link.get("href")


def test_every_verb_of_the_explorer_has_its_button_somewhere(show: Show) -> None:
    there = desk()
    views = (
        {"nouveau": "1"},
        {"dossier": "corbeille"},
        {"element": there.report, "renommer": "1", "volet": "proprietes"},
        {},
    )
    assert _verbs(show, FILES, there.state, views) == set(FILES.verbs)


def test_every_verb_of_the_mailbox_has_its_button_somewhere(show: Show) -> None:
    there = club()
    steps, draft = there.composed()
    steps.do("add", draft=draft, to="a@b.example").do("attach", draft=draft, documents=[there.plan])
    steps.do("compose").do(
        "schedule", draft=_last(steps.state), to="a@b.fr", day="1/2/2027", time="8h"
    )
    steps.do("create_rule", from_="x", folder=there.school)
    steps.do("create_rule", from_="y", folder=there.school)
    steps.do("save_vacation", first="2027-02-01", last="2027-02-02", answer="Absente")
    rule = steps.state["rules"][0]["id"]
    waiting = next(key for key, each in steps.state["drafts"].items() if each["send_at"])
    views = (
        {},
        {"choix": "1"},
        {"nouveau": "1"},
        {"dossier": there.school},
        {"dossier": there.box.folders["trash"], "choix": "1"},
        {"message": there.letter, "lien": "0"},
        {"ecrire": draft},
        {"ecrire": draft, "carnet": "cc"},
        {"ecrire": draft, "documents": "1"},
        {"ecrire": waiting},
        {"dossier": "contacts"},
        {"dossier": "reglages", "regle": "nouvelle"},
        {"dossier": "reglages", "regle": rule},
        {"dossier": "reglages", "reglages": "signature"},
        {"dossier": "reglages", "reglages": "absence"},
    )
    said_without_button = {"save"}  # posted while one types
    trashed = steps.do(f"trash:{there.fraud}").state
    shown = _verbs(show, MAIL, trashed, views)
    assert shown - {"undo"} == set(MAIL.verbs) - said_without_button


def test_nothing_can_be_posted_from_a_page_one_may_only_look_at(show: Show) -> None:
    there = club()
    steps, draft = there.composed()
    for view in ({}, {"message": there.mayor}, {"choix": "1"}, {"dossier": "reglages"}):
        assert show(MAIL, there.state, view, key="").all("form", method="post") == []
    writing = show(MAIL, steps.state, {"ecrire": draft}, key="")
    assert writing.one("fieldset").has("disabled")
    assert show(FILES, desk().state, {}, key="").all("form", method="post") == []


@pytest.mark.parametrize("typed", ['"><script>alert(1)</script>', "a@b, <i>", "« l’été »"])
def test_what_was_typed_comes_back_as_it_was_next_to_the_reason(typed: str, show: Show) -> None:
    there = club()
    steps, draft = there.composed()
    action = {"action": "send", "draft": draft, "to": typed, "subject": typed, "body": typed}
    with pytest.raises(ActionRefused) as refused:
        MAIL.perform(steps.state, action)
    root = show(MAIL, steps.state, {"ecrire": draft}, refusal=refused.value)
    field = root.one("input", id="e-to")
    assert field.get("value") == typed
    assert root.one("input", id="e-subject").get("value") == typed
    assert root.one("textarea").raw_text.strip() == typed
    assert field.get("aria-invalid") == "true"
    assert root.one(id=field.get("aria-describedby")).text


def test_the_text_of_a_message_is_shown_as_it_was_written(show: Show) -> None:
    there = club()
    words = "Vous avez gagné !Cliquez ici :<b>vite</b>"
    message = there.box.message(("X", "x@y.test"), words, words, date="2027-01-11T10:00")
    root = show(MAIL, there.state, {"message": message})
    assert root.one("h3", id="message-title").text == words
    assert words in root.one(class_="e-text").raw_text
    assert escape(words) != words


def test_a_message_unread_is_opened_by_a_button_and_one_read_by_a_link(show: Show) -> None:
    there = club()
    root = show(MAIL, there.state, {})
    assert [each.get("value") for each in root.all("button", class_="e-line")] == [
        f"open:{there.mayor}"
    ]
    assert len(root.all("a", class_="e-line")) == 3


def test_the_search_keeps_where_one_is(show: Show) -> None:
    there = desk()
    form = show(FILES, there.state, {"dossier": there.bac, "tri": "date"}).one(
        "form", role="search"
    )
    hidden = {each.get("name"): each.get("value") for each in form.all("input", type="hidden")}
    assert hidden == {"vue.dossier": there.bac, "vue.tri": "date"}


def _verbs(
    show: Show, there: Environment, state: State, views: tuple[dict[str, str], ...]
) -> set[str]:
    return {
        button.get("value").partition(":")[0]
        for view in views
        for button in show(there, state, view).all("button", name="action")
    }


def _last(state: State) -> str:
    return max(state["drafts"], key=lambda key: state["drafts"][key]["made"])


def _query(view: Mapping[str, str]) -> str:
    return urlencode({f"vue.{word}": value for word, value in sorted(view.items())})


def _view(address: str) -> dict[str, str]:
    query = address.partition("?")[2]
    return {name.removeprefix("vue."): value for name, value in parse_qsl(query)}
