"""Errors become pages or fragments here, and nowhere else."""

from dataclasses import dataclass

from flask import Flask, Response
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from webapp import ui
from webapp.domain.errors import DomainError, TooFast

SENTENCES = {
    400: ("Demande illisible", "Reviens en arrière et recommence."),
    404: ("Page introuvable", "Cette page n’existe pas, ou n’est pas à toi."),
    405: ("Page introuvable", "Cette adresse ne s’ouvre pas ainsi. Repars de l’accueil."),
    413: ("Envoi trop lourd", "Ce que tu envoies est trop lourd. Allège-le et recommence."),
}
UNKNOWN = ("Un imprévu", "Ce n’est pas ta faute, et rien n’est perdu. Réessaie dans un instant.")


@dataclass(frozen=True)
class ErrorScreen:
    """An error: a short title, what happened and what to do."""

    title: str
    message: str
    status: int


def init_app(app: Flask) -> None:
    """Answer every error with a page or a fragment in French."""
    app.register_error_handler(DomainError, _show_domain_error)
    app.register_error_handler(CSRFError, _show_expired_form)
    app.register_error_handler(HTTPException, _show_http_error)
    app.register_error_handler(500, _show_unknown_error)


def _show_domain_error(error: DomainError) -> Response:
    title = {404: "Page introuvable", 429: "Doucement"}.get(error.status, "Pas tout à fait")
    response = ui.render(
        "errors/error", ErrorScreen(title, error.message, error.status), status=error.status
    )
    if isinstance(error, TooFast):
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def _show_expired_form(_error: CSRFError) -> Response:
    message = "Cette page était ouverte depuis trop longtemps. Recharge-la et recommence."
    return ui.render("errors/error", ErrorScreen("Page à recharger", message, 400), status=400)


def _show_http_error(error: HTTPException) -> Response:
    status = error.code or 500
    title, message = SENTENCES.get(status, UNKNOWN)
    return ui.render("errors/error", ErrorScreen(title, message, status), status=status)


def _show_unknown_error(_error: Exception) -> Response:
    title, message = UNKNOWN
    return ui.render("errors/error", ErrorScreen(title, message, 500), status=500)
