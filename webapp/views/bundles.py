"""The style sheet and the scripts of a test, each joined from its parts."""

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from webapp.identity import public
from webapp.ui import bundles
from webapp.ui.bundles import Bundle

bp = Blueprint("bundles", __name__)
FOREVER = "public, max-age=31536000, immutable"


@bp.get(bundles.STYLES.path)
@public
def show_styles() -> ResponseReturnValue:
    """All the CSS of our pages, kept for a year under an address that changes with it."""
    return _sent(bundles.STYLES)


@bp.get(bundles.SCRIPTS.path)
@public
def show_scripts() -> ResponseReturnValue:
    """What makes a test better where JavaScript runs: focus, drafts, a network that fails."""
    return _sent(bundles.SCRIPTS)


def _sent(bundle: Bundle) -> Response:
    if current_app.jinja_env.auto_reload:
        bundles.forget()
    zipped = request.accept_encodings.quality("gzip") > 0
    body = bundle.compressed() if zipped else bundle.joined()
    response = Response(body, mimetype=bundle.mimetype)
    response.headers["Cache-Control"] = FOREVER
    response.vary.add("Accept-Encoding")
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response
