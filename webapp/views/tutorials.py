"""Lessons."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp import ui
from webapp.domain.errors import NotFound
from webapp.extensions import catalog
from webapp.identity import public
from webapp.ui.lessons import lesson_screen

bp = Blueprint("tutorials", __name__)


@bp.get("/tutoriels/<string:tutorial_id>")
@public
def show_tutorial(tutorial_id: str) -> ResponseReturnValue:
    """One lesson; anybody may read it."""
    tutorial = catalog().tutorials.get(tutorial_id)
    if tutorial is None:
        raise NotFound
    return ui.render("tutorials/tutorial", lesson_screen(catalog(), tutorial))
