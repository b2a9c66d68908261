"""Lessons."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.domain.errors import NotFound
from webapp.domain.tutorial import Tutorial
from webapp.errors import sent_from
from webapp.extensions import catalog
from webapp.identity import for_learners, learner_id, public, visitor
from webapp.queries.lessons import lessons_of
from webapp.services.learning import finish_tutorial
from webapp.ui.lessons import Reader, lesson_screen
from webapp.views import turns

bp = Blueprint("tutorials", __name__, url_prefix="/tutoriels/<string:tutorial_id>")


@bp.get("")
@public
def show_tutorial(tutorial_id: str) -> ResponseReturnValue:
    """One lesson; anybody may read it."""
    tutorial = _tutorial(tutorial_id)
    return ui.render("tutorials/tutorial", lesson_screen(catalog(), tutorial, _reader(tutorial_id)))


@bp.post("/lectures")
@for_learners
@sent_from("tutorials.show_tutorial")
def create_reading(tutorial_id: str) -> ResponseReturnValue:
    """« J’ai terminé »: the lesson was followed to its end."""
    tutorial, owner = _tutorial(tutorial_id), learner_id()
    with db.transaction() as session:
        finish_tutorial(session, tutorial, learner_id=owner, now=turns.now())
    return ui.go_to(".show_tutorial", tutorial_id=tutorial_id)


def _tutorial(tutorial_id: str) -> Tutorial:
    tutorial = catalog().tutorials.get(tutorial_id)
    if tutorial is None:
        raise NotFound
    return tutorial


def _reader(tutorial_id: str) -> Reader | None:
    """The student who reads, and when they finished it; None for anybody else."""
    found = visitor()
    if found is None or found.learner_id is None:
        return None
    with db.reading() as session:
        lessons = lessons_of(session, learner_id=found.learner_id)
    return Reader(next((each.at for each in lessons if each.tutorial == tutorial_id), None))
