"""Campaigns, for staff: make one, show its code, follow it, unlock a student, close it."""

import io
from typing import TYPE_CHECKING

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from webapp import db, identity, ui
from webapp.errors import sent_from
from webapp.extensions import catalog
from webapp.forms.campaigns import CampaignForm
from webapp.forms.identity import UnlockForm
from webapp.identity import for_staff
from webapp.queries import campaigns, classrooms
from webapp.queries.accounts import schools_of
from webapp.queries.following import standings
from webapp.queries.learners import learner_in
from webapp.services import identifying, inviting
from webapp.services.codes import shown
from webapp.ui import campaigns as screens
from webapp.ui.campaigns import CampaignsScreen, NewCampaignScreen, PosterScreen
from webapp.ui.filled import Filled
from webapp.ui.following import follow_screen
from webapp.views.staffroom import frame, school_id, tell

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

bp = Blueprint("campaigns", __name__, url_prefix="/enseignant/campagnes")
INK = "#1b1f29"
LOCAL = ("127.0.0.1", "localhost", "[")  # addresses that no phone can follow


@bp.get("")
@for_staff
def list_campaigns() -> ResponseReturnValue:
    """The campaigns of the school, open ones first."""
    with db.reading() as session:
        rows = campaigns.campaigns_of(session, organization_id=school_id())
        lines = screens.lines(rows, with_school=school_id() is None)
    screen = CampaignsScreen(frame("campaigns"), lines, school_column=school_id() is None)
    return ui.render("campaigns/list", screen)


@bp.get("/nouvelle")
@for_staff
def show_new_campaign() -> ResponseReturnValue:
    """The form of a new campaign."""
    filled = Filled({"journey": "decouverte", "access": "class", "checkpoints": "1"})
    with db.reading() as session:
        screen = _new_campaign(session, filled)
    return ui.render("campaigns/new", screen)


@bp.post("")
@for_staff
def create_campaign() -> ResponseReturnValue:
    """A campaign, open at once; next, its code."""
    with db.transaction() as session:
        rows = classrooms.classrooms_of(session, organization_id=school_id())
        form = CampaignForm.parse(
            request.form,
            journeys=catalog().journeys,
            classrooms={row.id: row.organization_id for row in rows},
            schools=[one.id for one in schools_of(session, organization_id=school_id())],
        )
        if form.campaign is None:
            screen = _new_campaign(session, Filled(form.typed, form.problems))
            return ui.render("campaigns/new", screen, status=422)
        campaign = inviting.create_campaign(
            session, catalog(), form.campaign, created_by_id=identity.staff().account_id
        )
    return ui.go_to(".show_poster", campaign_id=campaign.id)


@bp.get("/<int:campaign_id>")
@for_staff
def show_campaign(campaign_id: int) -> ResponseReturnValue:
    """Who stands where, live; 204 when nothing changed since `?v=`."""
    with db.reading() as session:
        place = campaigns.campaign_of(session, organization_id=school_id(), campaign_id=campaign_id)
        rows = standings(session, place.campaign)
        screen = follow_screen(frame("campaigns"), place, rows, sort=request.args.get("tri", "nom"))
    if request.args.get("v") == screen.version:
        return "", 204
    return ui.render("campaigns/campaign", screen)


@bp.get("/<int:campaign_id>/affiche")
@for_staff
def show_poster(campaign_id: int) -> ResponseReturnValue:
    """The code, the link and the QR, to be projected or printed."""
    with db.reading() as session:
        place = campaigns.campaign_of(session, organization_id=school_id(), campaign_id=campaign_id)
        screen = PosterScreen(
            frame=frame("campaigns"),
            id=campaign_id,
            name=place.campaign.name,
            where=screens.where(place),
            code=shown(place.campaign.code),
            link=_link(place.campaign.code),
            local=request.host.partition(":")[0] in LOCAL,
        )
    return ui.render("campaigns/poster", screen)


@bp.get("/<int:campaign_id>/qr.svg")
@for_staff
def show_qr(campaign_id: int) -> ResponseReturnValue:
    """The link as a QR code, an SVG image."""
    with db.reading() as session:
        place = campaigns.campaign_of(session, organization_id=school_id(), campaign_id=campaign_id)
        link = _link(place.campaign.code)
    import segno  # 4 MiB for one page of a teacher

    image = io.BytesIO()
    segno.make(link, error="m").save(image, kind="svg", scale=8, border=2, dark=INK, light="#fff")
    return Response(image.getvalue(), mimetype="image/svg+xml")


@bp.post("/<int:campaign_id>/deblocages")
@for_staff
@sent_from("campaigns.show_campaign")
def create_unlocking(campaign_id: int) -> ResponseReturnValue:
    """One tap: a student chooses another secret, and their other sessions end."""
    form = UnlockForm.parse(request.form)
    with db.transaction() as session:
        place = campaigns.campaign_of(session, organization_id=school_id(), campaign_id=campaign_id)
        learner = learner_in(session, place.campaign, form.learner_id)
        identifying.unlock(session, learner)
        sentence = f"{learner.first_name} peut choisir un nouveau secret."
    tell(sentence)
    return ui.go_to(".show_campaign", campaign_id=campaign_id)


@bp.post("/<int:campaign_id>/fermetures")
@for_staff
@sent_from("campaigns.show_campaign")
def create_closing(campaign_id: int) -> ResponseReturnValue:
    """Nobody enters any more; those inside may finish."""
    with db.transaction() as session:
        place = campaigns.campaign_of(session, organization_id=school_id(), campaign_id=campaign_id)
        inviting.close_campaign(place.campaign)
    tell("Le test est fermé. Les élèves déjà entrés peuvent le finir.")
    return ui.go_to(".show_campaign", campaign_id=campaign_id)


@bp.post("/<int:campaign_id>/ouvertures")
@for_staff
@sent_from("campaigns.show_campaign")
def create_opening(campaign_id: int) -> ResponseReturnValue:
    """One may enter again, with the same code."""
    with db.transaction() as session:
        place = campaigns.campaign_of(session, organization_id=school_id(), campaign_id=campaign_id)
        inviting.reopen_campaign(place.campaign)
    tell("Le test est ouvert : le code est le même.")
    return ui.go_to(".show_campaign", campaign_id=campaign_id)


def _new_campaign(session: "Session", filled: Filled) -> NewCampaignScreen:
    every = school_id() is None
    rows = classrooms.classrooms_of(session, organization_id=school_id())
    schools = schools_of(session, organization_id=school_id())
    return NewCampaignScreen(
        frame=frame("campaigns"),
        journeys=screens.journey_groups(catalog()),
        classrooms=screens.classroom_options(rows, with_school=every),
        schools=screens.school_options(schools) if len(schools) != 1 else (),
        filled=filled,
    )


def _link(code: str) -> str:
    return url_for("participations.show_campaign", code=code, _external=True)
