"""What a test shows now: shared by the views that lead there."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from flask import Response, request

from webapp import ui
from webapp.domain.materials import Simulation
from webapp.extensions import catalog, htmx, settings
from webapp.queries.assessments import Turn
from webapp.queries.presentations import (
    Asked,
    answered_questions,
    last_answered,
    last_gesture_at,
)
from webapp.services.acting import state_of
from webapp.services.asking import Deck
from webapp.ui.corrections import checkpoint_screen, feedback_screen
from webapp.ui.materials import view_of
from webapp.ui.past import PastScreen
from webapp.ui.questions import QuestionScreen, Typed, Work, question_screen

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def deck() -> Deck:
    """What questions are drawn from."""
    return Deck(catalog(), settings().secret_key)


def now() -> datetime:
    """The time of the server: the only one that counts."""
    return datetime.now(UTC)


def posted() -> Mapping[str, list[str]]:
    """The form of this request, each field with all its values."""
    return request.form.to_dict(flat=False)


def assessment_in_address() -> UUID:
    """The test that the address names, for handlers of errors."""
    found: UUID = (request.view_args or {})["assessment_id"]
    return found


def show_turn(
    session: "Session",
    turn: Turn,
    *,
    typed: Typed | None = None,
    work: Work | None = None,
    announced: str = "",
    status: int = 200,
) -> Response:
    """What comes now: the open question, corrections, or the results."""
    if turn.sitting.finished_at is not None:
        return ui.go_to("results.show_results", assessment_id=turn.sitting.id)
    if turn.asked is None:
        return _show_feedback(session, turn)
    if turn.checkpoint_due:
        return _show_checkpoint(session, turn)
    work = work or work_of(session, turn.asked)
    return show_open(turn, work=work, typed=typed, announced=announced, status=status)


def show_open(
    turn: Turn,
    *,
    work: Work,
    typed: Typed | None = None,
    announced: str = "",
    status: int = 200,
) -> Response:
    """The open question of a turn, its environment being as `work` says."""
    screen = question_screen(catalog(), turn, work=work, typed=typed, announced=announced)
    return show("assessments/question", screen, status=status)


def show(name: str, screen: QuestionScreen | PastScreen, *, status: int = 200) -> Response:
    """A page with an environment in it, or the environment alone for a step inside it."""
    inside = screen.environment
    if inside is not None and ui.wants_fragment() and htmx.target == "environment":
        return ui.render("assessments/environment", inside, status=status)
    return ui.render(name, screen, status=status)


def work_of(session: "Session", asked: Asked) -> Work:
    """The environment of a question as its student left it, in the view they ask for."""
    if not isinstance(asked.question.variant.material, Simulation):
        return Work()
    at = last_gesture_at(session, presentation_id=asked.id)
    if at is None:
        return untouched(asked)
    return Work(state_of(session, asked), view_of(request.args), saved_at=at)


def untouched(asked: Asked) -> Work:
    """The environment of a question as it is put before its student."""
    material = asked.question.variant.material
    if not isinstance(material, Simulation):
        return Work()
    return Work(material.state, view_of(request.args))


def _show_checkpoint(session: "Session", turn: Turn) -> Response:
    questions = answered_questions(
        session, assessment_id=turn.sitting.id, after=turn.sitting.checkpoint_seen
    )
    return ui.render("assessments/checkpoint", checkpoint_screen(catalog(), turn, questions))


def _show_feedback(session: "Session", turn: Turn) -> Response:
    asked = last_answered(session, assessment_id=turn.sitting.id)
    if asked is None:
        return ui.go_to("practice.show_practice")
    return ui.render("assessments/feedback", feedback_screen(catalog(), turn.sitting, asked))
