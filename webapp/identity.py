"""Who is there, and which pages they may open. Every page is private unless named public."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

import flask_login
from flask import Flask, Response, abort, current_app, g, request, session
from sqlalchemy import bindparam, select

from webapp import db, ui
from webapp.extensions import database, login_manager
from webapp.models import Account, Learner

_LEARNER = Learner.__table__.c
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Visitor:
    """Somebody signed in: a learner, a member of staff, or a student's account (then both)."""

    token: str  # what the cookie keeps: « learner:<uuid>:<epoch> » or « account:<id>:<epoch> »
    role: str
    learner_id: UUID | None = None
    account_id: int | None = None
    organization_id: int | None = None
    name: str = ""  # an account’s, as it signs

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """What flask-login keeps in the session."""
        return self.token


def init_app(app: Flask) -> None:
    """Look the visitor up, and keep pages private."""
    login_manager.init_app(app, add_context_processor=False)  # templates get their screen alone
    login_manager.session_protection = None  # « fresh » is asked nowhere, and phones change address
    login_manager.user_loader(_visitor)
    app.before_request(_refuse_strangers_first)


def public(view: View) -> View:
    """Anyone may open this page."""
    return _for_roles(view, None)


def for_learners(view: View) -> View:
    """Only a student may open this page."""
    return _for_roles(view, frozenset({"student"}))


def looked_up_by_the_view(view: View) -> View:
    """Only a student may do this, and the view sees to it: on the way of every answer.

    It takes `claimed_learner` into the statement that finds what is theirs, and calls
    `refuse_strangers` when that finds nothing.
    """
    view.azimut_looks_up = True  # type: ignore[attr-defined]
    return for_learners(view)


def for_staff(view: View) -> View:
    """Only a teacher, a head or an administrator may open this page."""
    return _for_roles(view, frozenset({"teacher", "head", "admin"}))


def for_admins(view: View) -> View:
    """Only an administrator may open this page."""
    return _for_roles(view, frozenset({"admin"}))


def roles_of(view: Callable[..., Any]) -> frozenset[str] | None:
    """The roles that may open this page; None when it is public."""
    roles: frozenset[str] | None = getattr(view, "azimut_roles", frozenset())
    return roles


def visitor() -> Visitor | None:
    """Who is there, or None."""
    user = flask_login.current_user
    return user if user.is_authenticated else None


def learner_id() -> UUID:
    """The learner who is there; 404 for anyone else, since a learner's pages are theirs alone."""
    found = visitor()
    if found is None or found.learner_id is None:
        abort(404)
    return found.learner_id


def claimed_learner() -> tuple[UUID, int | None]:
    """The learner whom the signed cookie names, and the epoch of that session: not looked up yet.

    The epoch is None when they were (a student's account); 404 for anyone else.
    """
    kind, owner, epoch = _token_parts(session.get("_user_id", ""))
    return (UUID(owner), int(epoch)) if kind == "learner" else (learner_id(), None)


def refuse_strangers() -> Response | None:
    """None for those who may open this page; others are sent home, or get 404."""
    roles = roles_of(current_app.view_functions[request.endpoint or ""])
    if roles is None:
        return None
    found = visitor()
    if found is None:
        return ui.go_to("home.show_ended" if "_user_id" in session else "home.show_home")
    if found.role not in roles:
        abort(404)
    return None


def staff() -> Visitor:
    """The member of staff who is there; 404 for anyone else."""
    found = visitor()
    if found is None or found.account_id is None or found.role == "student":
        abort(404)
    return found


def was_staff() -> bool:
    """Whether the session of this browser, which may have ended, is of a member of staff."""
    kind, owner, _ = _token_parts(session.get("_user_id", ""))
    if kind != "account":
        return False
    role = database.session.scalar(select(Account.role).where(Account.id == int(owner)))
    return role not in (None, "student")


def sign_in_learner(learner: Learner) -> None:
    """From now on this browser is this learner's, until « Ce n’est pas moi »."""
    _sign_in(_learner_visitor(learner.id, learner.session_epoch, learner.organization_id))


def sign_in_account(account: Account) -> None:
    """From now on this browser is this account's."""
    _sign_in(_account_visitor(account))


def sign_out() -> None:
    """Forget who was there, and all that the session kept."""
    flask_login.logout_user()
    _forget()


def _sign_in(found: Visitor) -> None:
    _forget()  # a session begun by somebody else never goes on
    session.permanent = True
    flask_login.login_user(found)


def _forget() -> None:
    """Empty the session; the token of its forms is nobody's from now on."""
    session.clear()
    g.pop("csrf_token", None)


def _visitor(token: str) -> Visitor | None:
    kind, owner, epoch = _token_parts(token)
    if kind == "learner":
        return _learner_of(UUID(owner), int(epoch))
    account = database.session.scalar(
        select(Account).where(
            Account.id == int(owner),
            Account.session_epoch == int(epoch),
            Account.disabled_at.is_(None),
        )
    )
    return _account_visitor(account) if account else None


def _token_parts(token: str) -> tuple[str, str, str]:
    kind, _, rest = token.partition(":")
    owner, _, epoch = rest.partition(":")
    return kind, owner, epoch


_SCHOOL_OF_LEARNER = select(_LEARNER.organization_id).where(
    _LEARNER.id == bindparam("learner"), _LEARNER.session_epoch == bindparam("epoch")
)


def _learner_of(learner_id: UUID, epoch: int) -> Visitor | None:
    """On the way of every answer: one column, and a statement that is built once."""
    bound = {"learner": learner_id, "epoch": epoch}
    found = database.session.connection().execute(_SCHOOL_OF_LEARNER, bound).first()
    return _learner_visitor(learner_id, epoch, found[0]) if found else None


def _learner_visitor(learner_id: UUID, epoch: int, organization_id: int | None) -> Visitor:
    return Visitor(
        token=f"learner:{learner_id}:{epoch}",
        role="student",
        learner_id=learner_id,
        organization_id=organization_id,
    )


def _account_visitor(account: Account) -> Visitor:
    return Visitor(
        token=f"account:{account.id}:{account.session_epoch}",
        role=account.role,
        learner_id=account.learner_id,
        account_id=account.id,
        organization_id=account.organization_id,
        name=account.name,
    )


def _for_roles(view: View, roles: frozenset[str] | None) -> View:
    view.azimut_roles = roles  # type: ignore[attr-defined]
    return view


def _refuse_strangers_first() -> Response | None:
    if request.endpoint is None:
        return None
    view = current_app.view_functions[request.endpoint]
    if not hasattr(view, "azimut_looks_up"):
        return refuse_strangers()
    if session.get("_user_id", "").startswith("learner:"):
        return None
    with db.looking(database.session):
        return refuse_strangers()
