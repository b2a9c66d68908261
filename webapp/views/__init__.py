"""HTTP: each file is a blueprint that parses, calls one verb, renders."""

from flask import Flask

from webapp.views import (
    accounts,
    assessments,
    display,
    drafts,
    environments,
    files,
    handovers,
    home,
    operations,
    participations,
    portfolio,
    practice,
    profile,
    results,
    styles,
    tutorials,
)

BLUEPRINTS = (
    accounts.bp,
    assessments.bp,
    display.bp,
    drafts.bp,
    environments.bp,
    files.bp,
    handovers.bp,
    home.bp,
    operations.bp,
    participations.bp,
    portfolio.bp,
    practice.bp,
    profile.bp,
    results.bp,
    styles.bp,
    tutorials.bp,
)


def init_app(app: Flask) -> None:
    """Register every blueprint."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
