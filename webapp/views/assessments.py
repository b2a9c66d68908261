"""The test itself: one question at a time."""

from uuid import UUID

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from webapp import db, ui
from webapp.errors import sent_from
from webapp.extensions import catalog, database
from webapp.forms.answers import AnswerForm
from webapp.identity import (
    claimed_learner,
    for_learners,
    learner_id,
    looked_up_by_the_view,
    refuse_strangers,
    visitor,
)
from webapp.queries.answerable import answerable
from webapp.queries.assessments import Turn, asked_with_number, turn_of
from webapp.services.answering import AnswerOutOfTurn, Reply, prepared, recorded
from webapp.services.opening import leave_checkpoint, open_question
from webapp.ui.conflicts import ConflictScreen
from webapp.ui.intro import intro_screen
from webapp.ui.past import past_screen
from webapp.ui.questions import EXPIRED, Typed
from webapp.views import turns

RECORDED = "Réponse enregistrée."

bp = Blueprint("assessments", __name__, url_prefix="/tests/<uuid:assessment_id>")


@bp.get("/presentation")
@for_learners
def show_intro(assessment_id: UUID) -> ResponseReturnValue:
    """Before the first question: length, rules, what is kept, a trial that does not count."""
    with db.reading() as session:
        turn = turn_of(session, learner_id=learner_id(), assessment_id=assessment_id)
    if not turn.to_begin:
        return ui.go_to(".show_question", assessment_id=assessment_id)
    return ui.render("assessments/intro", intro_screen(catalog(), turn))


@bp.post("/essai")
@for_learners
@sent_from("assessments.show_intro")
def create_trial(assessment_id: UUID) -> ResponseReturnValue:
    """The trial question: graded at once, kept nowhere."""
    with db.reading() as session:
        turn = turn_of(session, learner_id=learner_id(), assessment_id=assessment_id)
    screen = intro_screen(catalog(), turn, trial=request.form.get("choice", ""))
    return ui.render("assessments/intro", screen, status=screen.status)


@bp.post("/presentation")
@for_learners
def open_first_question(assessment_id: UUID) -> ResponseReturnValue:
    """« Je commence »: the first question is open from now on."""
    with db.transaction() as session:
        turn = turn_of(session, learner_id=learner_id(), assessment_id=assessment_id)
        open_question(session, turn, now=turns.now())
    return ui.go_to(".show_question", assessment_id=assessment_id)


@bp.get("/question")
@for_learners
def show_question(assessment_id: UUID) -> ResponseReturnValue:
    """The question now open, or what comes before it."""
    with db.reading() as session:
        turn = turn_of(session, learner_id=learner_id(), assessment_id=assessment_id)
        if turn.to_begin:
            return ui.go_to(".show_intro", assessment_id=assessment_id)
        return turns.show_turn(session, turn)


@bp.post("/reponses")
@looked_up_by_the_view
@sent_from("assessments.show_question")
def create_answer(assessment_id: UUID) -> ResponseReturnValue:
    """Record the answer, then show what comes next."""
    owner, epoch = claimed_learner()
    deck, now, answer, done = turns.deck(), turns.now(), None, None
    with db.connected() as connection:
        with db.looking(connection):
            question = answerable(
                connection,
                learner_id=owner,
                epoch=epoch,
                assessment_id=assessment_id,
                key=request.form.get("key", ""),
                now=now,
            )
            if question is not None:
                form = AnswerForm.parse(turns.posted(), question.asked.question.variant.response)
                if not form.problems or question.asked.answer is not None:
                    reply = Reply(form.fields, form.value, skipped=form.skipped)
                    answer = prepared(connection, deck, question, reply, now=now)
        if answer is not None:
            with db.writing(connection):
                done = recorded(connection, deck, answer)
    if question is None:
        with db.looking(database.session):
            return refuse_strangers() or abort(404)
    if answer is None:
        typed = Typed(form.fields, form.problems)
        return _show_turn(owner, assessment_id, typed=typed, status=422)
    if not ui.wants_fragment():
        return ui.go_to(".show_question", assessment_id=assessment_id)
    if done and done.asked and not done.checkpoint_due:
        work = turns.untouched(done.asked)
        return turns.show_open(done, work=work, announced=RECORDED)
    return _show_turn(owner, assessment_id, turn=done, announced=RECORDED)


def _show_turn(
    owner: UUID,
    assessment_id: UUID,
    *,
    turn: Turn | None = None,
    typed: Typed | None = None,
    announced: str = "",
    status: int = 200,
) -> Response:
    """What comes now, where a post shows it itself."""
    with db.looking(database.session) as session:
        turn = turn or turn_of(session, learner_id=owner, assessment_id=assessment_id)
        return turns.show_turn(session, turn, typed=typed, announced=announced, status=status)


@bp.post("/etapes")
@for_learners
@sent_from("assessments.show_question")
def create_checkpoint(assessment_id: UUID) -> ResponseReturnValue:
    """« Continuer »: the corrections were seen."""
    with db.transaction() as session:
        turn = turn_of(session, learner_id=learner_id(), assessment_id=assessment_id)
        leave_checkpoint(session, turn, now=turns.now())
    return ui.go_to(".show_question", assessment_id=assessment_id)


@bp.get("/questions/<int:number>")
@for_learners
def show_past_question(assessment_id: UUID, number: int) -> ResponseReturnValue:
    """A question already answered, to read again."""
    with db.reading() as session:
        sitting, asked = asked_with_number(
            session, learner_id=learner_id(), assessment_id=assessment_id, number=number
        )
        if asked.answer is None:
            return ui.go_to(".show_question", assessment_id=assessment_id)
        screen = past_screen(catalog(), sitting, asked, work=turns.work_of(session, asked))
    return turns.show("assessments/past", screen)


@bp.errorhandler(AnswerOutOfTurn)
def show_conflict(error: AnswerOutOfTurn) -> Response:
    """The question has its answer: say so, and the way on."""
    screen = ConflictScreen(turns.assessment_in_address(), error.message)
    return ui.render("assessments/conflict", screen, status=error.status)


@bp.errorhandler(CSRFError)
def show_question_again(_error: CSRFError) -> Response:
    """A page open for too long: the same question with a new token, and the answer kept."""
    found, assessment_id = visitor(), turns.assessment_in_address()
    if found is None or found.learner_id is None:
        return ui.go_to("home.show_home")
    with db.reading() as session:
        turn = turn_of(session, learner_id=found.learner_id, assessment_id=assessment_id)
        typed = None
        if turn.asked is not None and turn.asked.key == request.form.get("key"):
            form = AnswerForm.parse(turns.posted(), turn.asked.question.variant.response)
            typed = Typed(form.fields, notice=EXPIRED)
        return turns.show_turn(session, turn, typed=typed, status=422)
