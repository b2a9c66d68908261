"""Azimut: an adaptive, self-hosted test of digital skills."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from webapp.config import Settings


def create_worker() -> Flask:
    """The application for a worker of the server: all that lives as long as it is set aside.

    Else the collector would go through the whole bank and every template again and again.
    """
    from webapp.content.drawing import rehearse

    app = create_app()
    rehearse(app.extensions["azimut.catalog"])
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
    return app


def create_app(settings: Settings | None = None) -> Flask:
    """The application, for the settings of the environment by default.

    The only place that knows every room; its imports wait until it is called, so that the
    engine or the content can be used without Flask.
    """
    from flask import Flask

    from webapp import content, db, errors, identity, observability, security, views
    from webapp.config import Settings
    from webapp.extensions import csrf, htmx
    from webapp.ui import assets, compression, templating

    settings = settings or Settings()
    app = Flask("webapp", template_folder=str(assets.folder("templates")), static_folder=None)
    app.ensure_sync = lambda func: func  # type: ignore[method-assign]  # none is async
    app.config["SECRET_KEY"] = settings.secret_key
    app.extensions["azimut.settings"] = settings
    app.extensions["azimut.catalog"] = content.load()
    db.init_app(app, settings.database_url)
    observability.init_app(app, settings)  # first, to see what the others refuse
    for extension in (htmx, csrf):
        extension.init_app(app)
    templating.init_app(app, settings)
    compression.init_app(app)
    security.init_app(app, settings)
    identity.init_app(app)
    errors.init_app(app)
    views.init_app(app)
    assets.init_app(app, settings)
    return app
