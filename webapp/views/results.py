"""The end of a test: its results, and the full copy of what was asked."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.extensions import catalog, settings
from webapp.identity import for_learners, learner_id
from webapp.queries.assessments import sitting_of
from webapp.queries.history import history_of
from webapp.queries.lessons import lessons_of
from webapp.queries.presentations import answered_questions
from webapp.queries.results import sent_of
from webapp.services.measuring import sitting_state
from webapp.services.scales import scale_of
from webapp.ui.copies import copy_screen
from webapp.ui.results import results_screen

bp = Blueprint("results", __name__, url_prefix="/tests/<uuid:assessment_id>")


@bp.get("/resultats")
@for_learners
def show_results(assessment_id: UUID) -> ResponseReturnValue:
    """What the test says, exactly as it was sent."""
    owner = learner_id()
    with db.reading() as session:
        sitting = sitting_of(session, learner_id=owner, assessment_id=assessment_id)
        if sitting.finished_at is None:
            return ui.go_to("assessments.show_question", assessment_id=assessment_id)
        history = history_of(session, learner_id=owner, assessment_id=assessment_id)
        lessons = lessons_of(session, learner_id=owner)
        scale = scale_of(session.connection(), catalog(), sitting.opening)
        sent = sent_of(session, learner_id=owner, assessment_id=assessment_id)
    state = sitting_state(scale, sitting, history)
    screen = results_screen(
        catalog(), sitting, sent, state, history.here, cap=settings().pix_cap, lessons=lessons
    )
    return ui.render("assessments/results", screen)


@bp.get("/copie")
@for_learners
def show_copy(assessment_id: UUID) -> ResponseReturnValue:
    """The whole test as it was asked, with answers and corrections, to read and to print."""
    owner = learner_id()
    with db.reading() as session:
        sitting = sitting_of(session, learner_id=owner, assessment_id=assessment_id)
        if sitting.finished_at is None and not sitting.practice:
            return ui.go_to("assessments.show_question", assessment_id=assessment_id)
        sent = sent_of(session, learner_id=owner, assessment_id=assessment_id)
        questions = answered_questions(session, assessment_id=assessment_id)
    return ui.render("assessments/copy", copy_screen(catalog(), sitting, sent, questions))
