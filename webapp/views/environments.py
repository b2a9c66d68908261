"""Gestures in the simulated environment of a question."""

from uuid import UUID

from flask import Blueprint, Response, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as Redirection

from webapp import db, ui
from webapp.errors import sent_from
from webapp.identity import for_learners, learner_id
from webapp.queries.assessments import asked_with_key, turn_of
from webapp.services.acting import perform_action, simulation_of, state_of
from webapp.services.answering import AnswerOutOfTurn
from webapp.simulators import ActionRefused, environment
from webapp.ui.conflicts import ConflictScreen
from webapp.ui.drafts import autosaved_screen
from webapp.ui.materials import environment_screen, page_of, view_of
from webapp.ui.questions import Work
from webapp.views import turns

bp = Blueprint("environments", __name__, url_prefix="/tests/<uuid:assessment_id>/environnement")


@bp.post("/actions")
@for_learners
@sent_from("assessments.show_question")
def create_action(assessment_id: UUID) -> ResponseReturnValue:
    """One more gesture; the environment as it is after it."""
    with db.transaction() as session:
        _, asked = asked_with_key(
            session,
            learner_id=learner_id(),
            assessment_id=assessment_id,
            key=request.form.get("key", ""),
        )
        state = perform_action(session, asked, turns.posted(), now=turns.now())
    if _autosave():
        return ui.render("assessments/saved", autosaved_screen(turns.now()))
    there = environment(simulation_of(asked).environment)
    view = there.view_after(state, view_of(request.args))
    address = page_of(assessment_id, asked)(view)
    if not ui.wants_fragment():
        return _see(address)
    saved = autosaved_screen(turns.now()).text
    screen = environment_screen(assessment_id, asked, state, view, saved=saved)
    response = ui.render("assessments/environment", screen)
    response.headers["HX-Replace-Url"] = address
    return response


@bp.errorhandler(ActionRefused)
def show_refusal(refusal: ActionRefused) -> Response:
    """The environment refuses: why, beside what was typed; nothing was kept.

    What the page saves by itself is refused in silence: the message may just have been sent.
    """
    if _autosave():
        return Response(status=204)
    assessment_id = turns.assessment_in_address()
    with db.reading() as session:
        turn = turn_of(session, learner_id=learner_id(), assessment_id=assessment_id)
        if turn.asked is None:
            return ui.go_to("assessments.show_question", assessment_id=assessment_id)
        work = Work(state_of(session, turn.asked), view_of(request.args), refusal)
        if not ui.wants_fragment():
            return turns.show_turn(session, turn, work=work, status=refusal.status)
    screen = environment_screen(assessment_id, turn.asked, work.state, work.view or {}, refusal)
    return ui.render("assessments/environment", screen, status=refusal.status)


@bp.errorhandler(AnswerOutOfTurn)
def show_conflict(error: AnswerOutOfTurn) -> Response:
    """The question has its answer: the environment is closed."""
    if ui.wants_fragment():
        return ui.go_to("assessments.show_question", assessment_id=turns.assessment_in_address())
    screen = ConflictScreen(turns.assessment_in_address(), error.message)
    return ui.render("assessments/conflict", screen, status=error.status)


def _autosave() -> bool:
    verb = request.form.get("action", "").partition(":")[0]
    return verb == "save" and ui.wants_fragment()


def _see(address: str) -> Redirection:
    return redirect(address, code=303)
