"""Practice: choose, answer, understand, try a twin."""

from uuid import UUID

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.domain.errors import NotFound
from webapp.errors import sent_from
from webapp.extensions import catalog
from webapp.identity import for_learners, learner_id
from webapp.queries.assessments import sitting_of
from webapp.services.practising import ask_again, start_check, start_practice, subject_of
from webapp.ui.practices import practice_screen
from webapp.views import turns

bp = Blueprint("practice", __name__)


@bp.get("/entrainement")
@for_learners
def show_practice() -> ResponseReturnValue:
    """All that can be practised."""
    return ui.render("practice/practice", practice_screen(catalog()))


@bp.post("/entrainement")
@for_learners
def create_practice() -> ResponseReturnValue:
    """Practise a competence or a topic, or check what a tutorial taught, now."""
    if "tutorial" in request.form:
        return _start_check(request.form["tutorial"])
    subject = subject_of(
        catalog(),
        competence=request.form.get("competence", ""),
        topic=request.form.get("topic", ""),
    )
    with db.transaction() as session:
        assessment_id = start_practice(
            session, turns.deck(), learner_id=learner_id(), subject=subject, now=turns.now()
        )
    return ui.go_to("assessments.show_question", assessment_id=assessment_id)


def _start_check(tutorial_id: str) -> ResponseReturnValue:
    tutorial = catalog().tutorials.get(tutorial_id)
    if tutorial is None:
        raise NotFound
    with db.transaction() as session:
        assessment_id = start_check(
            session, turns.deck(), learner_id=learner_id(), tutorial=tutorial, now=turns.now()
        )
    return ui.go_to("assessments.show_question", assessment_id=assessment_id)


@bp.post("/tests/<uuid:assessment_id>/questions")
@for_learners
@sent_from("assessments.show_question")
def create_question(assessment_id: UUID) -> ResponseReturnValue:
    """Another question of this practice, or a twin of the last one."""
    twin = request.form.get("action") == "twin"
    with db.transaction() as session:
        sitting = sitting_of(session, learner_id=learner_id(), assessment_id=assessment_id)
        ask_again(session, turns.deck(), sitting, twin=twin, now=turns.now())
    return ui.go_to("assessments.show_question", assessment_id=assessment_id)
