"""`azimut engine retrace`: a stored test drawn again."""

import json
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import update

from tests import factories
from tests.fixtures import Saving
from tests.services.playing import enter
from webapp.cli.retrace import retrace
from webapp.models import Presentation
from webapp.services.asking import Deck


@pytest.fixture
def test_id(app: Flask, saving: Saving) -> str:
    """A test with one question open."""
    secret = app.extensions["azimut.settings"].secret_key
    with saving() as session:
        deck = Deck(app.extensions["azimut.catalog"], secret)
        return str(enter(session, deck, factories.campaign(session))[1])


def _retrace(app: Flask, *arguments: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(retrace, list(arguments))
    return result.exit_code, result.output


def test_a_test_is_drawn_again_to_the_same_questions(app: Flask, test_id: str) -> None:
    assert _retrace(app, test_id) == (0, "1 questions, all drawn again\n")
    (draw,) = json.loads(_retrace(app, test_id, "--json")[1])
    assert draw["again"] == draw["asked"]


def test_a_question_that_is_not_drawn_again_is_named(
    app: Flask, saving: Saving, test_id: str
) -> None:
    with saving() as session:
        session.execute(update(Presentation).values(challenge="gone-1x"))
    code, output = _retrace(app, test_id)
    assert code == 1
    assert "question 1: gone-1x was asked" in output


def test_an_unknown_test_is_refused(app: Flask) -> None:
    assert _retrace(app, str(uuid4()))[0] == 1
