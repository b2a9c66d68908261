"""Errors become pages or fragments here, and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, Response, current_app, make_response, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from webapp import ui
from webapp.domain.errors import DomainError, NotFound, TooFast

# Students and adults read them: neither « tu » nor « vous ».
SENTENCES = {
    400: ("Demande illisible", "Il suffit de revenir en arrière et de recommencer."),
    404: ("Page introuvable", NotFound.message),
    405: ("Page introuvable", "On n’ouvre pas cette adresse ainsi : repartir de l’accueil suffit."),
    413: (
        "Envoi trop lourd",
        "Cet envoi est trop lourd : il suffit de l’alléger, puis de recommencer. "
        "Un fichier fait 2 Mo au plus.",
    ),
}
UNKNOWN = (
    "Un imprévu",
    "Cela vient d’ici, et rien n’est perdu : il suffit de réessayer dans un instant.",
)
EXPIRED = (
    "Page à recharger",
    "Cette page était ouverte depuis trop longtemps : il suffit de la recharger et de recommencer.",
)
AGAIN = {400, 413}  # what is refused before it is read may be sent again from its page
STAFF = ("/enseignant", "/administration")
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class ErrorScreen:
    """An error: a short title, what happened and what to do, where to go on from.

    `back` is the page of the form that may be sent again, if any.
    """

    title: str
    message: str
    status: int
    home: str
    back: str = ""


def init_app(app: Flask) -> None:
    """Answer every error with a page or a fragment in French."""
    app.register_error_handler(DomainError, _show_domain_error)
    app.register_error_handler(CSRFError, _show_expired_form)
    app.register_error_handler(MethodNotAllowed, _lead_to_form)
    app.register_error_handler(HTTPException, _show_http_error)
    app.register_error_handler(500, _show_unknown_error)


def sent_from(page: str) -> Callable[[View], View]:
    """What this view reads is sent from that page: whoever opens its address is led there."""

    def marked(view: View) -> View:
        view.azimut_page = page  # type: ignore[attr-defined]
        return view

    return marked


def _lead_to_form(error: MethodNotAllowed) -> Response:
    """« Enter » in the address bar, before the answer to a form: the page that has the form."""
    page = _page_of_form() if request.method in {"GET", "HEAD"} else ""
    return make_response(redirect(page, code=303)) if page else _show_http_error(error)


def _page_of_form() -> str:
    """The page whose form is sent to the address of this request, or nothing."""
    try:
        endpoint, values = current_app.url_map.bind("").match(request.path, method="POST")
    except HTTPException:
        return ""
    page = getattr(current_app.view_functions[endpoint], "azimut_page", "")
    if not page:
        return ""
    expects = current_app.url_map.is_endpoint_expecting
    own = {name: value for name, value in values.items() if expects(page, name)}
    query = request.query_string.decode("latin-1")
    return url_for(page, **own) + (f"?{query}" if query else "")


def _show_domain_error(error: DomainError) -> Response:
    title = {404: "Page introuvable", 429: "Doucement"}.get(error.status, "Pas tout à fait")
    response = _show(title, error.message, error.status)
    if isinstance(error, TooFast):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _show_expired_form(_error: CSRFError) -> Response:
    return _show(*EXPIRED, 400)


def _show_http_error(error: HTTPException) -> Response:
    status = error.code or 500
    return _show(*SENTENCES.get(status, UNKNOWN), status)


def _show_unknown_error(_error: Exception) -> Response:
    return _show(*UNKNOWN, 500)


def _show(title: str, message: str, status: int) -> Response:
    home = "/connexion" if request.path.startswith(STAFF) else "/"  # which leads staff to theirs
    back = _page_of_form() if request.method == "POST" and status in AGAIN else ""
    screen = ErrorScreen(title, message, status, home, back)
    return ui.render("errors/error", screen, status=status)
