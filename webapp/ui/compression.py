"""Responses compressed by the application, at the level that costs least."""

import gzip

from flask import Flask, Response, request

SMALLEST = 500  # bytes: below, compressing gains nothing
KINDS = {"text/html", "text/css", "text/plain", "application/json", "image/svg+xml"}


def init_app(app: Flask) -> None:
    """Compress what is worth it for browsers that accept it."""
    app.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if response.direct_passthrough or response.mimetype not in KINDS:
        return response
    response.vary.add("Accept-Encoding")
    body = response.get_data()
    accepted = request.accept_encodings.quality("gzip") > 0
    if accepted and len(body) >= SMALLEST and "Content-Encoding" not in response.headers:
        response.set_data(gzip.compress(body, compresslevel=1, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
