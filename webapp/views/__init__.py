"""HTTP: each file is a blueprint that parses, calls one verb, renders."""

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

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


class Number(IntegerConverter):
    """A number that a database can hold: a longer one names nothing, so its page is not found."""

    def __init__(self, url_map: Map, **options: Any) -> None:
        super().__init__(url_map, **{"max": 2**31 - 1, **options})


def init_app(app: Flask) -> None:
    """Register every blueprint."""
    app.url_map.converters["int"] = Number
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
