"""Response headers and cookies: nothing inline, nothing from elsewhere, nothing kept by caches."""

from datetime import timedelta

from flask import Flask, Response, g, request
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from webapp.config import Settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies; what signs them is made once, not at each request."""

    def __init__(self, app: Flask) -> None:
        self._serializer = super().get_signing_serializer(app)

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """What signs the cookies and verifies them."""
        return self._serializer


def init_app(app: Flask, settings: Settings) -> None:
    """Set cookie flags and add the headers to every response."""
    app.session_interface = Sessions(app)
    app.config.update(
        SESSION_COOKIE_NAME="__Host-azimut" if settings.https else "azimut",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=settings.https,
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=512 * 1024,
    )
    app.before_request(_keep_token)
    app.after_request(_add_headers)
    if settings.https:
        app.after_request(_add_transport_security)


def _keep_token() -> None:
    """The token just verified serves the next form too: signing another shows in every answer."""
    if g.get("csrf_valid") and "csrf_token" in request.form:
        g.csrf_token = request.form["csrf_token"]


def _add_headers(response: Response) -> Response:
    headers = response.headers
    present = set(headers.keys(lower=True))
    headers.extend([pair for pair in HEADERS.items() if pair[0].lower() not in present])
    if response.mimetype == "text/html":
        response.vary.update(["HX-Request", "Cookie"])
        if "cache-control" not in present:
            headers.add("Cache-Control", "no-store")
    return response


def _add_transport_security(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response
