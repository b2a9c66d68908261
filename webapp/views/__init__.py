"""HTTP: each file is a blueprint that parses, calls one verb, renders."""

from flask import Flask

from webapp.views import (
    accounts,
    assessments,
    bundles,
    campaigns,
    classrooms,
    display,
    drafts,
    environments,
    files,
    handovers,
    home,
    operations,
    organizations,
    participations,
    portfolio,
    practice,
    previews,
    profile,
    results,
    tutorials,
)

BLUEPRINTS = (
    accounts.bp,
    assessments.bp,
    campaigns.bp,
    classrooms.bp,
    display.bp,
    drafts.bp,
    environments.bp,
    files.bp,
    handovers.bp,
    home.bp,
    operations.bp,
    organizations.bp,
    participations.bp,
    portfolio.bp,
    practice.bp,
    previews.bp,
    profile.bp,
    results.bp,
    bundles.bp,
    tutorials.bp,
)


def init_app(app: Flask) -> None:
    """Register every blueprint."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
