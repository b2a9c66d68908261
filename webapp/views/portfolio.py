"""The component portfolio: every macro in every state, in development only."""

from flask import Blueprint, abort, current_app
from flask.typing import ResponseReturnValue

from webapp import ui
from webapp.identity import public
from webapp.ui.portfolio import portfolio_screen

bp = Blueprint("portfolio", __name__)


@bp.get("/composants")
@public
def show_portfolio() -> ResponseReturnValue:
    """The page; 404 outside development."""
    if not current_app.extensions["azimut.settings"].development:
        abort(404)
    competences = list(current_app.extensions["azimut.catalog"].competences.values())
    return ui.render("portfolio/portfolio", portfolio_screen(competences))
