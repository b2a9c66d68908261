"""Responses compressed by the application, at the level that costs least."""

import zlib
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

SMALLEST = 500  # bytes: below, compressing gains nothing
# gzip over 8 kB, the size of a page: to make the usual 32 kB ready is a third of the whole cost.
_WINDOW, _MEMORY = 16 + 13, 6
KINDS = {"text/html", "text/css", "text/plain", "application/json", "image/svg+xml"}


def init_app(app: Flask) -> None:
    """Compress what is worth it for browsers that accept it."""
    app.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if response.direct_passthrough or response.mimetype not in KINDS:
        return response
    if "Accept-Encoding" not in response.headers.get("Vary", ""):
        response.vary.add("Accept-Encoding")
    body = response.get_data()
    accepted = _accepted(request.headers.get("Accept-Encoding", ""))
    if accepted and len(body) >= SMALLEST and "Content-Encoding" not in response.headers:
        response.set_data(_gzipped(body))
        response.headers["Content-Encoding"] = "gzip"
    return response


def _gzipped(body: bytes) -> bytes:
    squeezing = zlib.compressobj(1, zlib.DEFLATED, _WINDOW, _MEMORY)
    return squeezing.compress(body) + squeezing.flush()


@lru_cache(maxsize=64)
def _accepted(encodings: str) -> bool:
    """Whether a browser that accepts these encodings can unzip: they all say the same."""
    return parse_accept_header(encodings, Accept).quality("gzip") > 0
