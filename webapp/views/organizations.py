"""Schools and the accounts of their staff, for administrators."""

from typing import TYPE_CHECKING

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webapp import db, identity, ui
from webapp.errors import sent_from
from webapp.forms.organizations import SchoolForm, StaffForm
from webapp.grading import Problem
from webapp.identity import for_admins
from webapp.queries import accounts as queries
from webapp.services import accounts, administering, passwords
from webapp.services.accounts import NewAccount
from webapp.ui.filled import EMPTY, Filled
from webapp.ui.organizations import OrganizationsScreen, PasswordScreen, organizations_screen
from webapp.views.staffroom import frame, tell

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from webapp.models import Account

bp = Blueprint("organizations", __name__, url_prefix="/administration")


@bp.get("/etablissements")
@for_admins
def list_organizations() -> ResponseReturnValue:
    """The schools, their staff, and the forms that add to them."""
    with db.reading() as session:
        screen = _screen(session)
    return ui.render("organizations/list", screen)


@bp.post("/etablissements")
@for_admins
def create_organization() -> ResponseReturnValue:
    """A new school."""
    form = SchoolForm.parse(request.form)
    with db.transaction() as session:
        problems = form.problems
        if not problems and administering.school_known(session, form.uai):
            problems = (Problem("uai", "Cet établissement existe déjà."),)
        if problems:
            screen = _screen(session, school_form=Filled(form.typed, problems))
            return ui.render("organizations/list", screen, status=422)
        administering.create_school(session, uai=form.uai, name=form.name)
    tell(f"{form.name} est ajouté.")
    return ui.go_to(".list_organizations")


@bp.post("/comptes")
@for_admins
@sent_from("organizations.list_organizations")
def create_staff_account() -> ResponseReturnValue:
    """A new account for an adult, with a first password shown once."""
    password = administering.first_password()
    hashed = passwords.hashed(password)
    with db.transaction() as session:
        schools = queries.schools_of(session, organization_id=None)
        form = StaffForm.parse(request.form, schools=[one.id for one in schools])
        problems = form.problems
        if not problems and queries.login_taken(session, form.login):
            problems = (Problem("login", "Cet identifiant est déjà pris."),)
        if problems:
            screen = _screen(session, staff_form=Filled(form.typed, problems))
            return ui.render("organizations/list", screen, status=422)
        new = NewAccount(form.login, hashed, form.name, form.role, form.organization_id)
        accounts.create_account(session, new)
    tell(f"Compte {form.login} créé. Premier mot de passe, à noter maintenant : {password}")
    return ui.go_to(".list_organizations")


@bp.get("/comptes/<int:account_id>/mots-de-passe")
@for_admins
def show_new_password(account_id: int) -> ResponseReturnValue:
    """What another password would end, before it is given."""
    with db.reading() as session:
        account = _another(session, account_id)
        screen = PasswordScreen(frame("organizations"), account.id, account.name, account.login)
    return ui.render("organizations/password", screen)


@bp.post("/comptes/<int:account_id>/mots-de-passe")
@for_admins
def create_password(account_id: int) -> ResponseReturnValue:
    """Another first password, shown once."""
    password = administering.first_password()
    hashed = passwords.hashed(password)
    with db.transaction() as session:
        account = _another(session, account_id)
        administering.set_password(account, hashed)
        login = account.login
    tell(f"Nouveau mot de passe de {login}, à noter maintenant : {password}")
    return ui.go_to(".list_organizations")


@bp.post("/comptes/<int:account_id>/fermetures")
@for_admins
@sent_from("organizations.list_organizations")
def create_account_closing(account_id: int) -> ResponseReturnValue:
    """The account opens nothing any more."""
    with db.transaction() as session:
        administering.set_disabled(_another(session, account_id), disabled=True)
    return ui.go_to(".list_organizations")


@bp.post("/comptes/<int:account_id>/ouvertures")
@for_admins
@sent_from("organizations.list_organizations")
def create_account_opening(account_id: int) -> ResponseReturnValue:
    """The account opens its pages again."""
    with db.transaction() as session:
        administering.set_disabled(_another(session, account_id), disabled=False)
    return ui.go_to(".list_organizations")


def _another(session: "Session", account_id: int) -> "Account":
    """The account of somebody else: nobody shuts the door on themselves."""
    return queries.staff_account(session, account_id, besides=identity.staff().account_id)


def _screen(
    session: "Session", *, school_form: Filled = EMPTY, staff_form: Filled = EMPTY
) -> OrganizationsScreen:
    return organizations_screen(
        frame("organizations"),
        queries.schools_of(session, organization_id=None),
        queries.staff_of(session, organization_id=None),
        myself=identity.staff().account_id,
        school_form=school_form,
        staff_form=staff_form,
    )
