"""The profile of a student, over all their tests."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp import db, ui
from webapp.extensions import catalog, settings
from webapp.identity import for_learners, learner_id
from webapp.services.profiling import profile_of
from webapp.ui.profiles import profile_screen

bp = Blueprint("profile", __name__)


@bp.get("/profil")
@for_learners
def show_profile() -> ResponseReturnValue:
    """What all the answers say, and how it grew."""
    with db.reading() as session:
        found = profile_of(session, catalog(), learner_id=learner_id())
    return ui.render("profile/profile", profile_screen(catalog(), found, cap=settings().pix_cap))
