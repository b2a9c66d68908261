"""For machines that watch this one: health and metrics."""

from flask import Blueprint, Response, jsonify, make_response, request
from flask.typing import ResponseReturnValue

from webapp import observability
from webapp.identity import public

bp = Blueprint("operations", __name__)


@bp.get("/health")
@public
def show_health() -> ResponseReturnValue:
    """200 when the database answers and has its tables, else 503."""
    if observability.database_answers():
        return jsonify(status="ok")
    return jsonify(status="unavailable"), 503


@bp.get("/metrics")
@public
def show_metrics() -> Response:
    """Prometheus text, all workers together, for whoever has the token."""
    if not observability.may_scrape(request.headers.get("Authorization", "")):
        refusal = make_response("This page needs the token.\n", 401)
        refusal.headers["WWW-Authenticate"] = "Bearer"
        refusal.mimetype = "text/plain"
        return refusal
    response = make_response(observability.metrics())
    response.headers["Content-Type"] = "text/plain; version=0.0.4; charset=utf-8"
    return response
