"""Static files: where they are, and addresses that change when they do."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from webapp.config import Settings

PACKAGE = Path(__file__).resolve().parent.parent


def folder(name: str) -> Path:
    """« templates » or « static »: inside the package when installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


@cache
def static_url(path: str) -> str:
    """The address of a static file, with a digest of its content; FileNotFoundError if absent."""
    digest = hashlib.sha256((folder("static") / path).read_bytes()).hexdigest()[:10]
    return f"/static/{path}?v={digest}"


def init_app(app: Flask, settings: Settings) -> None:
    """Serve the static folder, in production from memory of sizes and for a year."""
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder("static")),
        prefix="static/",
        autorefresh=settings.development,
        max_age=0 if settings.development else 31_536_000,
    )
