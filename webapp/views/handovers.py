"""Changing machine in fifteen seconds: a short code here, typed there."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from webapp import db, identity, ui
from webapp.errors import sent_from
from webapp.forms.code import CodeForm
from webapp.identity import for_learners, public
from webapp.services import codes, handing_over
from webapp.ui.handovers import ArrivalScreen, HandoverScreen, way_on

bp = Blueprint("handovers", __name__, url_prefix="/reprises")


@bp.post("")
@for_learners
def create_handover() -> ResponseReturnValue:
    """A fresh code, to be typed on the other machine."""
    with db.transaction() as session:
        code = handing_over.move_code(session, identity.learner_id())
        endpoint, values = way_on(handing_over.unfinished_test(session, identity.learner_id()))
    minutes = int(handing_over.FRESH.total_seconds() // 60)
    screen = HandoverScreen(codes.shown(code), minutes, back=url_for(endpoint, **values))
    return ui.render("handovers/handover", screen)


@bp.get("")
@public
def show_handover() -> ResponseReturnValue:
    """Where the code of the other machine is typed."""
    return ui.render("handovers/arrival", ArrivalScreen())


@bp.post("/arrivees")
@public
@sent_from("handovers.show_handover")
def create_arrival() -> ResponseReturnValue:
    """The test goes on here, draft included; the other machine stops writing."""
    form = CodeForm.parse(request.form)
    with db.transaction() as session:
        learner = handing_over.moved_learner(session, form.typed)
        if learner is None:
            screen = ArrivalScreen(form.typed, handing_over.UNKNOWN)
            return ui.render("handovers/arrival", screen, status=422)
        endpoint, values = way_on(handing_over.unfinished_test(session, learner.id))
    identity.sign_in_learner(learner)
    return ui.go_to(endpoint, **values)
