"""Signing in and out, a student's account, and « Ce n’est pas moi »."""

from flask import Blueprint, Response, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from webapp import db, identity, ui
from webapp.errors import sent_from
from webapp.forms.accounts import AccountForm, LoginForm
from webapp.grading import Problem
from webapp.identity import public
from webapp.queries.accounts import login_taken
from webapp.queries.learners import find_learner
from webapp.services import accounts, codes, passwords
from webapp.services.handing_over import unfinished_test
from webapp.services.leaving import give_name_back
from webapp.ui.accounts import DepartureScreen, LoginScreen, NewAccountScreen
from webapp.ui.doors import Me, me
from webapp.ui.filled import Filled
from webapp.ui.handovers import way_on

bp = Blueprint("accounts", __name__)


@bp.get("/connexion")
@public
def show_login() -> ResponseReturnValue:
    """A login and a password, for adults and for students who have an account."""
    visitor = identity.visitor()
    if visitor is not None and visitor.role != "student":
        return _onward(visitor.role, "")
    return ui.render("accounts/login", LoginScreen(Filled({"code": request.args.get("code", "")})))


@bp.post("/connexion")
@public
def create_session() -> ResponseReturnValue:
    """Sign in, then go on to the campaign one came from, or to one’s own pages."""
    form = LoginForm.parse(request.form)
    filled = Filled(form.typed, form.problems)
    if form.problems:
        return ui.render("accounts/login", LoginScreen(filled), status=422)
    with db.reading() as session:
        kept = accounts.kept_hash(session, form.login)
    accepted = passwords.matches(form.password, kept)  # slow: between two transactions
    with db.transaction() as session:
        account = accounts.signed_in(session, form.login, accepted=accepted)
    if account is None:
        return ui.render("accounts/login", LoginScreen(filled, accounts.WRONG), status=422)
    identity.sign_in_account(account)
    return _onward(account.role, form.typed["code"])


@bp.errorhandler(accounts.AccountClosed)
def show_closed(error: accounts.AccountClosed) -> Response:
    """A closed account: said where one signs in."""
    filled = Filled(LoginForm.parse(request.form).typed)
    return ui.render("accounts/login", LoginScreen(filled, error.message), status=error.status)


@bp.get("/comptes/nouveau")
@public
def show_new_account() -> ResponseReturnValue:
    """A student’s account: to come back from any machine."""
    return ui.render("accounts/new", _new_account(Filled({"code": request.args.get("code", "")})))


@bp.post("/comptes")
@public
@sent_from("accounts.show_new_account")
def create_account() -> ResponseReturnValue:
    """Make the account and sign in; what was done here without one is kept."""
    form = AccountForm.parse(request.form)
    if form.problems:
        screen = _new_account(Filled(form.typed, form.problems))
        return ui.render("accounts/new", screen, status=422)
    hashed = passwords.hashed(form.password)  # slow: before the transaction
    visitor = identity.visitor()
    with db.transaction() as session:
        new = accounts.NewAccount(form.login, hashed, form.typed["name"])
        if login_taken(session, form.login):
            screen = _new_account(Filled(form.typed, (Problem("login", accounts.TAKEN),)))
            return ui.render("accounts/new", screen, status=422)
        account = accounts.create_student_account(
            session, new, visitor.learner_id if visitor else None
        )
    identity.sign_in_account(account)
    return _onward(account.role, form.typed["code"])


@bp.get("/departs")
@public
def show_departure() -> ResponseReturnValue:
    """Who this machine thinks is there: somebody else leaves from here."""
    visitor = identity.visitor()
    if visitor is None or visitor.learner_id is None:
        return ui.go_to("home.show_home")
    with db.reading() as session:
        learner = find_learner(session, visitor.learner_id)
        endpoint, values = way_on(unfinished_test(session, visitor.learner_id))
        screen = DepartureScreen(
            me(learner) if learner else Me("?", visitor.name),
            back=url_for(endpoint, **values),
            returns=visitor.account_id is not None or learner is None or not learner.off_list,
        )
    return ui.render("accounts/departure", screen)


@bp.post("/departs")
@public
def create_departure() -> ResponseReturnValue:
    """« Ce n’est pas moi »: out, back to the door, and a name taken by mistake is free again."""
    visitor, code = identity.visitor(), cookie.get("campaign")
    if visitor is not None and visitor.learner_id is not None and visitor.account_id is None:
        with db.transaction() as session:
            give_name_back(session, visitor.learner_id)
    identity.sign_out()
    if code:
        return ui.go_to("participations.show_campaign", code=code)
    return ui.go_to("home.show_home")


def _onward(role: str, typed_code: str) -> Response:
    if role != "student":
        return ui.go_to("campaigns.list_campaigns")
    code = codes.read_code(typed_code)
    if code:
        return ui.go_to("participations.show_campaign", code=code)
    return ui.go_to("profile.show_profile")


def _new_account(filled: Filled) -> NewAccountScreen:
    visitor = identity.visitor()
    keeps = visitor is not None and visitor.role == "student" and visitor.account_id is None
    return NewAccountScreen(filled, keeps=keeps)
