"""How templates are read: strict, compiled before the first request, few globals."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from flask import Flask
from jinja2 import Environment, StrictUndefined

from webapp.config import Settings
from webapp.ui import assets, bundles, display, rose, typography


def init_app(app: Flask, settings: Settings) -> None:
    """Set the rules of templates and compile them all."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.auto_reload = settings.development
    environment.globals.update(
        static_url=assets.static_url,
        stylesheet_url=bundles.STYLES.url,
        scripts_url=bundles.SCRIPTS.url,
        display=display.current,
        remembered=lru_cache(maxsize=1024),  # a macro of plain values: each is written once
    )
    environment.filters.update(wedge=rose.wedge, ticks=rose.ticks, around=rose.around)
    typography.equip(environment)
    environment.cache = {}  # every template stays: a least-recently-used list costs each look-up
    environment.make_globals = partial(_globals, environment)  # type: ignore[method-assign]
    if not settings.development:
        for name in environment.list_templates(extensions=["html"]):
            environment.get_template(name)


def _globals(environment: Environment, own: Mapping[str, Any] | None) -> dict[str, Any]:
    """One plain dictionary of globals for each template: chained ones are slow to look into."""
    return {**environment.globals, **(own or {})}
