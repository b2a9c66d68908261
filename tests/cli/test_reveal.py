"""`azimut reveal`: what would be graded right, or wrong, for the question now open."""

import json
from uuid import uuid4

import pytest
from flask import Flask

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.simulators.worlds import club
from tests.sittings import Sat, sit
from webapp.cli.reveal import reveal
from webapp.domain.materials import Simulation
from webapp.domain.responses import NoResponse


@pytest.fixture
def sat(browser: Browser, saving: Saving) -> Sat:
    """A student before « Combien d’images ? »: 12 is right, 24 a named mistake."""
    return sit(browser, saving)


def _reveal(app: Flask, *arguments: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(reveal, list(arguments))
    return result.exit_code, result.output


def test_a_right_answer_is_revealed_as_the_form_posts_it(app: Flask, sat: Sat) -> None:
    code, output = _reveal(app, str(sat.assessment_id), "--json")
    assert code == 0
    assert json.loads(output) == {
        "challenge": "formats-1x",
        "number": 1,
        "fields": {"answer": "12"},
        "actions": [],
    }


def test_a_wrong_answer_makes_a_known_mistake(app: Flask, sat: Sat) -> None:
    _, output = _reveal(app, str(sat.assessment_id), "--wrong", "--json")
    assert json.loads(output)["fields"] == {"answer": "24"}


def test_what_is_revealed_is_graded_as_announced(app: Flask, sat: Sat) -> None:
    fields = json.loads(_reveal(app, str(sat.assessment_id), "--json")[1])["fields"]
    page = sat.question().form("answer").fill(fields).submit("submit")
    assert page.root.one("main").get("data-question") == "2"
    code, output = _reveal(app, str(sat.assessment_id), "--json")
    assert (code, json.loads(output)["number"]) == (0, 2)


def test_actions_start_afresh_when_something_was_done_already(
    app: Flask, browser: Browser, saving: Saving
) -> None:
    world = club()
    arguments = {"messages": [world.mayor], "folder": world.school}
    question = factories.a_question(
        response=NoResponse(),
        accepted=[[{"action": f"move:{world.mayor}", "folder": world.school}]],
        mistakes={"nothing": []},
        material=Simulation("webmail", world.state, "messages_filed", arguments),
    )
    sat = sit(browser, saving, question=question)
    known = json.loads(_reveal(app, str(sat.assessment_id), "--json")[1])["actions"]
    sat.question()
    sat.post("environnement/actions", [("key", sat.key), ("action", "compose")])
    again = json.loads(_reveal(app, str(sat.assessment_id), "--json")[1])["actions"]
    assert again == [{"action": "restart"}, *known]


def test_a_test_without_open_question_is_refused_with_the_reason(app: Flask) -> None:
    code, output = _reveal(app, str(uuid4()), "--json")
    assert code == 1
    assert "no such test" in output


def test_a_malformed_id_is_bad_usage(app: Flask) -> None:
    assert _reveal(app, "test", "--json")[0] == 2
