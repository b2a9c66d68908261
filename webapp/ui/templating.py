"""How templates are read: strict, compiled before the first request, few globals."""

from collections.abc import MutableMapping
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import StrictUndefined

from webapp.config import Settings
from webapp.ui import assets, display, rose, stylesheet, typography


def init_app(app: Flask, settings: Settings) -> None:
    """Set the rules of templates and compile them all."""
    app.jinja_environment = _Environment
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.auto_reload = settings.development
    environment.globals.update(
        static_url=assets.static_url, stylesheet_url=stylesheet.url, display=display.current
    )
    environment.filters.update(wedge=rose.wedge, ticks=rose.ticks, around=rose.around)
    typography.equip(environment)
    if not settings.development:
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)


class _Environment(Environment):
    """One plain dictionary of globals for each template: chained ones are slow to look into."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, compiled after all of them are known."""
        return {**self.globals, **(d or {})}
