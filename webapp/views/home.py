"""The home page: a code, and in."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp import ui
from webapp.identity import public

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def show_home() -> ResponseReturnValue:
    """The form with one field, the code."""
    return ui.render("home/home", None)
