"""The way into a campaign: who are you, then the test."""

from typing import TYPE_CHECKING
from uuid import UUID

from flask import Blueprint, Response, request
from flask import session as cookie
from flask.typing import ResponseReturnValue

from webapp import db, identity, ui
from webapp.errors import sent_from
from webapp.forms.identity import GuestForm, IdentityForm, SecretForm
from webapp.identity import for_learners, public
from webapp.queries import learners
from webapp.services import identifying, joining
from webapp.services.entering import open_campaign
from webapp.services.joining import Guest
from webapp.ui import doors
from webapp.ui.filled import Filled
from webapp.views.turns import deck

if TYPE_CHECKING:
    from webapp.models import Learner

bp = Blueprint("participations", __name__, url_prefix="/parcours/<code>")


@bp.get("")
@public
def show_campaign(code: str) -> ResponseReturnValue:
    """« Qui es-tu ? »: the class list, a name and a birth date, or a first name."""
    visitor = identity.visitor()
    with db.reading() as session:
        place = open_campaign(session, code)
        screen = doors.door_screen(
            place,
            learners.people_of(session, place.campaign),
            learners.entered(session, place.campaign.id),
            returning=learners.find_returning(
                session, place.campaign, visitor.learner_id if visitor else None
            ),
            typed=request.args.get("nom", "")[:80],
        )
    return ui.render(screen.template, screen)


@bp.get("/eleves/<uuid:learner_id>")
@public
def show_secret(code: str, learner_id: UUID) -> ResponseReturnValue:
    """The four digits of one student: set the first time, asked after."""
    with db.reading() as session:
        place = open_campaign(session, code)
        learner = identifying.ask_secret(session, place.campaign, learner_id)
        mates = learners.people_of(session, place.campaign)
        screen = doors.secret_screen(place, learner, mates)
    return ui.render(screen.template, screen)


@bp.post("/participations")
@public
@sent_from("participations.show_campaign")
def create_participation(code: str) -> ResponseReturnValue:
    """The test of this student begins, or goes on, once the secret is theirs."""
    form = SecretForm.parse(request.form)
    with db.reading() as session:
        place = open_campaign(session, code)
        learner = identifying.ask_secret(session, place.campaign, form.learner_id)
        mates = learners.people_of(session, place.campaign)
        screen = doors.secret_screen(
            place, learner, mates, error=form.error or identifying.WRONG_DIGITS
        )
        kept = learner.secret_hash
    if form.error:
        return ui.render(screen.template, screen, status=422)
    shown = identifying.proof(form.secret, kept)  # slow: between two transactions
    with db.transaction() as session:
        place = open_campaign(session, code)
        found = identifying.identified(session, place.campaign, form.learner_id, shown)
        if found is None:
            return ui.render(screen.template, screen, status=422)
        assessment_id = joining.join_campaign(session, deck(), place.campaign, found)
    return _enter(place.campaign.code, found, assessment_id)


@bp.post("/retours")
@for_learners
@sent_from("participations.show_campaign")
def create_return(code: str) -> ResponseReturnValue:
    """The student signed in here goes straight on."""
    learner_id = identity.learner_id()
    with db.transaction() as session:
        place = open_campaign(session, code)
        learner = joining.returning_learner(session, place.campaign, learner_id)
        assessment_id = joining.join_campaign(session, deck(), place.campaign, learner)
    cookie["campaign"] = place.campaign.code
    return ui.go_to("assessments.show_intro", assessment_id=assessment_id)


@bp.post("/identites")
@public
@sent_from("participations.show_campaign")
def create_identity(code: str) -> ResponseReturnValue:
    """The student of the school that a name and a birth date designate; next, their secret."""
    form = IdentityForm.parse(request.form)
    with db.transaction() as session:
        place = open_campaign(session, code)
        if form.birth_date is None or form.problems:
            screen = doors.identity_screen(place, Filled(form.typed, form.problems))
            return ui.render(screen.template, screen, status=422)
        match = identifying.matched(
            session,
            place.campaign,
            first_name=form.typed["first_name"],
            last_name=form.typed["last_name"],
            birth_date=form.birth_date,
        )
        screen = doors.identity_screen(place, Filled(form.typed), match.error)
    if match.learner_id is None:
        return ui.render(screen.template, screen, status=422)
    return ui.go_to(".show_secret", code=code, learner_id=match.learner_id)


@bp.get("/invites")
@public
def show_guest(code: str) -> ResponseReturnValue:
    """« Entrer sans la liste », when the campaign allows it."""
    with db.reading() as session:
        place = open_campaign(session, code)
        joining.refuse_guests_off_list(place.campaign)
        screen = doors.guest_screen(place, Filled())
    return ui.render(screen.template, screen)


@bp.post("/invites")
@public
def create_guest(code: str) -> ResponseReturnValue:
    """Somebody on no list begins the test under the name they give."""
    with db.transaction() as session:
        place = open_campaign(session, code)
        joining.refuse_guests_off_list(place.campaign)
        form = GuestForm.parse(request.form, full_name=place.campaign.access != "open")
        if form.problems:
            screen = doors.guest_screen(place, Filled(form.typed, form.problems))
            return ui.render(screen.template, screen, status=422)
        learner = joining.welcome_guest(session, place.campaign, _guest(form))
        assessment_id = joining.join_campaign(session, deck(), place.campaign, learner)
    return _enter(place.campaign.code, learner, assessment_id)


def _guest(form: GuestForm) -> Guest:
    return Guest(form.typed["first_name"], form.typed["last_name"], form.key)


def _enter(code: str, learner: "Learner", assessment_id: UUID) -> Response:
    identity.sign_in_learner(learner)
    cookie["campaign"] = code  # « Ce n’est pas moi » leads back to its door
    return ui.go_to("assessments.show_intro", assessment_id=assessment_id)
