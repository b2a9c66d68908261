"""One name, two bodies: `x.html` for browsers, `_x.html` for htmx."""

from typing import Any

from flask import Response, current_app, make_response, redirect, url_for

from webapp.extensions import htmx


def render(name: str, screen: object, *, status: int = 200) -> Response:
    """The page `name`, or its fragment when htmx asks for it; the template gets `screen` alone."""
    folder, _, leaf = name.rpartition("/")
    template = f"{folder}/{'_' if wants_fragment() else ''}{leaf}.html"
    # Without Flask's context processors: nothing of the request is there by chance.
    return make_response(current_app.jinja_env.get_template(template).render(screen=screen), status)


def go_to(endpoint: str, **values: Any) -> Response:
    """Send the browser to another page; htmx is told to leave, not to swap what it finds there."""
    target = url_for(endpoint, **values)
    if wants_fragment():
        response = make_response("", 204)
        response.headers["HX-Redirect"] = target
        return response
    return make_response(redirect(target, code=303))


def wants_fragment() -> bool:
    """Whether htmx asks for a part of the page (a restored history entry wants it whole)."""
    return bool(htmx) and not htmx.history_restore_request
