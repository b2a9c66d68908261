"""« Affichage »: reading comfort, for anyone; and the help of a test.

A cookie keeps it for this machine; a student's is also kept with them, and comes back when they
sign in elsewhere. It leaves a shared machine with them.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import Blueprint, Response, current_app, g, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import user_logged_in, user_logged_out
from werkzeug.exceptions import HTTPException

from webapp import db, ui
from webapp.domain.display import Display
from webapp.forms.display import DisplayForm
from webapp.identity import Visitor, public, visitor
from webapp.queries.displays import display_of
from webapp.services.displaying import keep_display
from webapp.ui import display as displays

bp = Blueprint("display", __name__)


@dataclass(frozen=True)
class DisplayScreen:
    """The panel: what is chosen now, and the page it was opened from."""

    display: Display
    back: str


@dataclass(frozen=True)
class HelpScreen:
    """The help of a test: the page it was opened from; `moving` when a test can go elsewhere."""

    back: str
    moving: bool


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
    found = visitor()
    if found is not None and found.learner_id is not None:
        with db.transaction() as session:
            keep_display(session, found.learner_id, form.display)
    return displays.keep(_afterwards(form.back), form.display)


@bp.get("/aide")
@public
def show_help() -> ResponseReturnValue:
    """How to answer, pass, stop and call for help."""
    return ui.render("display/help", HelpScreen(_previous(), moving=_is_student()))


def _arrives(_app: object, user: Visitor, **_more: object) -> None:
    g.arrived = user.learner_id


def _leaves(_app: object, **_more: object) -> None:
    g.left = True


@bp.after_app_request
def _follow(response: Response) -> Response:
    """Give a student who signs in their own display; take it away when they leave."""
    if g.get("arrived") is not None:
        with db.reading() as session:
            kept = display_of(session, learner_id=g.arrived)
        return response if kept is None else displays.keep(response, kept)
    if g.get("left"):
        response.delete_cookie(displays.COOKIE, samesite="Lax")
    return response


def _afterwards(back: str) -> Response:
    if ui.rendering.wants_fragment():
        return make_response("", 204)
    return make_response(redirect(_openable(back), code=303))


def _is_student() -> bool:
    found = visitor()
    return found is not None and found.role == "student"


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


user_logged_in.connect(_arrives)
user_logged_out.connect(_leaves)
