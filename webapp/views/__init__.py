"""HTTP: each file is a blueprint that parses, calls one verb, renders."""

from flask import Flask

from webapp.views import display, home, operations, portfolio, styles


def init_app(app: Flask) -> None:
    """Register every blueprint."""
    for blueprint in (home.bp, display.bp, operations.bp, portfolio.bp, styles.bp):
        app.register_blueprint(blueprint)
