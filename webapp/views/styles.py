"""The style sheet, joined from its components."""

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from webapp.identity import public
from webapp.ui import stylesheet

bp = Blueprint("styles", __name__)
FOREVER = "public, max-age=31536000, immutable"


@bp.get(stylesheet.PATH)
@public
def show_stylesheet() -> ResponseReturnValue:
    """All the CSS of our pages, kept for a year under an address that changes with it."""
    if current_app.jinja_env.auto_reload:
        stylesheet.forget()
    zipped = request.accept_encodings.quality("gzip") > 0
    body = stylesheet.compressed() if zipped else stylesheet.joined()
    response = Response(body, mimetype="text/css")
    response.headers["Cache-Control"] = FOREVER
    response.vary.add("Accept-Encoding")
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    return response
