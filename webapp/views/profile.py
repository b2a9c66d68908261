"""The profile of a student, over all their tests."""

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.extensions import catalog, settings
from webapp.identity import for_learners, learner_id
from webapp.queries.history import history_of
from webapp.queries.profile import taken_by
from webapp.ui.profiles import profile_screen

bp = Blueprint("profile", __name__)
NO_TEST = UUID(int=0)


@bp.get("/profil")
@for_learners
def show_profile() -> ResponseReturnValue:
    """What all the answers say, and how it grew."""
    owner = learner_id()
    with db.reading() as session:
        history = history_of(session, learner_id=owner, assessment_id=NO_TEST)
        taken = taken_by(session, learner_id=owner)
    screen = profile_screen(catalog(), history, taken, cap=settings().pix_cap)
    return ui.render("profile/profile", screen)
