"""The page of a question as a browser gets it, without a database."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from flask import Flask

from tests import html
from tests.html import Element
from webapp import create_app, ui
from webapp.config import Settings
from webapp.domain import challenge as challenges
from webapp.domain.challenge import Question
from webapp.domain.materials import Simulation
from webapp.extensions import catalog
from webapp.queries.assessments import Sitting, Turn
from webapp.queries.presentations import Asked
from webapp.ui.questions import Typed, Work, question_screen

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


def application(home: Path) -> Flask:
    """The application as it is served."""
    return create_app(Settings(home=home, database="sqlite://", development=False))


def source_of(app: Flask, question: Question, *, typed: Typed | None = None) -> str:
    """The HTML of the page that asks a question in a test that counts.

    `typed` is what stands in its fields, with the sentences of an answer that was refused.
    """
    asked = Asked(
        id=1,
        number=3,
        key="k" * 43,
        document=challenges.to_json(question),
        selection={},
        opened_at=NOW,
        answer=None,
    )
    with app.test_request_context("/tests/question"):
        work = _work(question)
        screen = question_screen(
            catalog(), Turn(_sitting(), asked, answered=2), work=work, typed=typed
        )
        return ui.render("assessments/question", screen).get_data(as_text=True)


def read(source: str) -> Element:
    """The tree of a page."""
    root, _ = html.read(source)
    return root


def _work(question: Question) -> Work:
    material = question.variant.material
    return Work(material.state, {}) if isinstance(material, Simulation) else Work()


def _sitting() -> Sitting:
    return Sitting(
        id=UUID(int=1),
        learner_id=UUID(int=2),
        participation_id=1,
        kind="campaign",
        title="Découverte",
        journey="decouverte",
        scope={},
        budget=20,
        checkpoints=True,
        checkpoint_seen=0,
        created_at=NOW,
        finished_at=None,
    )
