"""« Affichage »: reading comfort, for anyone; and the help of a test."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from webapp import ui
from webapp.domain.display import Display
from webapp.forms.display import DisplayForm
from webapp.identity import public
from webapp.ui import display as displays

bp = Blueprint("display", __name__)


@dataclass(frozen=True)
class DisplayScreen:
    """The panel: what is chosen now, and the page it was opened from."""

    display: Display
    back: str


@dataclass(frozen=True)
class HelpScreen:
    """The help of a test: the page it was opened from."""

    back: str


@bp.get("/affichage")
@public
def show_display() -> ResponseReturnValue:
    """The panel, as a page or to be put beside the page."""
    return ui.render("display/display", DisplayScreen(displays.current(), _previous()))


@bp.post("/affichage")
@public
def update_display() -> ResponseReturnValue:
    """Keep what is chosen, then go back."""
    form = DisplayForm.parse(request.form)
    if ui.rendering.wants_fragment():
        return displays.keep(current_app.make_response(("", 204)), form.display)
    return displays.keep(
        current_app.make_response(redirect(_openable(form.back), code=303)), form.display
    )


@bp.get("/aide")
@public
def show_help() -> ResponseReturnValue:
    """How to answer, pass, stop and call for help."""
    return ui.render("display/help", HelpScreen(_previous()))


def _previous() -> str:
    """The path the browser comes from, when it is one of ours."""
    origin = urlsplit(request.referrer or "")
    return _openable(origin.path) if origin.netloc == request.host else "/"


def _openable(path: str) -> str:
    """`path` when a GET opens it here; else the nearest of its parents; else the home page."""
    routes = current_app.url_map.bind("")
    own = ("/affichage", "/aide")
    while path.startswith("/") and not path.startswith(("//", "/\\")) and path not in ("/", *own):
        try:
            routes.match(path, method="GET")
        except HTTPException:
            path = path.rpartition("/")[0] or "/"
        else:
            return path
    return "/"
