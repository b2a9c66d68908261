"""What is being typed, kept on the server."""

from uuid import UUID

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.errors import sent_from
from webapp.forms.drafts import DraftForm
from webapp.identity import for_learners, learner_id
from webapp.queries.assessments import Saved, Turn, asked_with_key
from webapp.services.answering import AnswerOutOfTurn
from webapp.services.drafting import Kept, after_move, save_draft
from webapp.ui.drafts import answered_screen, kept_screen, moved_sentence
from webapp.views import turns

bp = Blueprint("drafts", __name__, url_prefix="/tests/<uuid:assessment_id>")


@bp.post("/brouillon")
@for_learners
@sent_from("assessments.show_question")
def create_draft(assessment_id: UUID) -> ResponseReturnValue:
    """Keep what is being typed; an item of an ordering may be moved on the way."""
    with db.transaction() as session:
        sitting, asked = asked_with_key(
            session,
            learner_id=learner_id(),
            assessment_id=assessment_id,
            key=request.form.get("key", ""),
        )
        form = DraftForm.parse(turns.posted(), asked.question.variant.response)
        fields = after_move(asked, form.fields, form.move)
        kept = save_draft(session, asked, fields, revision=form.revision, now=turns.now())
        if not ui.wants_fragment():
            return ui.go_to("assessments.show_question", assessment_id=assessment_id)
        if not form.move:
            return _show_saved(kept)
        saved = Saved(kept.revision, kept.fields, kept.saved_at)
        turn = Turn(sitting, asked, asked.number - 1, saved)
        return turns.show_turn(session, turn, announced=moved_sentence(asked, kept, form.move))


@bp.errorhandler(AnswerOutOfTurn)
def show_answered(error: AnswerOutOfTurn) -> Response:
    """A draft that comes after the answer: said where drafts are, and nothing else moves."""
    if not ui.wants_fragment():
        return ui.go_to("assessments.show_question", **(request.view_args or {}))
    return ui.render("assessments/saved", answered_screen(error.message), status=error.status)


def _show_saved(kept: Kept) -> Response:
    return ui.render("assessments/saved", kept_screen(kept), status=200 if kept.newest else 409)
