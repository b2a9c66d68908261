"""How templates are read: strict, compiled before the first request, few globals."""

from flask import Flask
from jinja2 import StrictUndefined

from webapp.config import Settings
from webapp.ui import assets, display, rose, stylesheet, typography


def init_app(app: Flask, settings: Settings) -> None:
    """Set the rules of templates and compile them all."""
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
