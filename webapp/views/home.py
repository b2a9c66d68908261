"""The home page: a code, and in. And two pages that say what we keep and for whom it works."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from webapp import db, identity, ui
from webapp.forms.code import CodeForm
from webapp.identity import public
from webapp.services.entering import Entry, entry, look_up
from webapp.ui.doors import EndedScreen, HomeScreen

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def show_home() -> ResponseReturnValue:
    """The form with one field, the code; `?code=` goes straight on, as the link and the QR do."""
    if "code" not in request.args:
        return ui.render("home/home", _home())
    form = CodeForm.parse(request.args)
    with db.reading() as session:
        found = look_up(session, form.typed)
    return _lead(form, found)


@bp.post("/")
@public
def create_entry() -> ResponseReturnValue:
    """Where the code leads, or the same form with what is wrong."""
    form = CodeForm.parse(request.form)
    with db.transaction() as session:
        found = entry(session, form.typed)
    return _lead(form, found)


@bp.get("/donnees")
@public
def show_data() -> ResponseReturnValue:
    """What is kept of a student, for whom, how long."""
    return ui.render("home/data", None)


@bp.get("/accessibilite")
@public
def show_accessibility() -> ResponseReturnValue:
    """For whom the pages work, what does not yet, whom to tell."""
    return ui.render("home/accessibility", None)


@bp.get("/ailleurs")
@public
def show_ended() -> ResponseReturnValue:
    """A session ended from elsewhere: another machine, another secret, another password."""
    if identity.visitor() is not None:
        return ui.go_to(".show_home")
    screen = EndedScreen(adult=identity.was_staff())
    identity.sign_out()
    return ui.render("home/ended", screen)


def _lead(form: CodeForm, found: Entry) -> ResponseReturnValue:
    if found.error:
        return ui.render("home/home", _home(form.typed, found.error), status=422)
    return ui.go_to("participations.show_campaign", code=found.code)


def _home(code: str = "", error: str = "") -> HomeScreen:
    return HomeScreen(
        action=url_for("home.create_entry"),
        staff=url_for("accounts.show_login"),
        resume=url_for("handovers.show_handover"),
        code=code,
        error=error,
    )
