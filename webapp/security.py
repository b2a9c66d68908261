"""Response headers and cookies: nothing inline, nothing from elsewhere, nothing kept by caches."""

import hmac
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from flask import Flask, Request, Response, current_app, g, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from itsdangerous import BadData, BadSignature, URLSafeTimedSerializer

if TYPE_CHECKING:
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

VARY = "Accept-Encoding, HX-Request, Cookie"  # of every page


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookies, those met lately verified once; they hold plain values."""

    def __init__(self, app: Flask) -> None:
        serializer = super().get_signing_serializer(app)
        if serializer is None:
            raise ValueError("sessions need a secret key")
        self._serializer = serializer
        self._verified = lru_cache(maxsize=1024)(partial(serializer.loads, return_timestamp=True))

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer:
        """What signs the cookies and verifies them, made once."""
        return self._serializer

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession:
        """What the cookie of this request keeps; nothing when it is forged or too old."""
        try:
            kept, signed_at = self._verified(request.cookies.get(self.get_cookie_name(app), ""))
        except BadSignature:
            return self.session_class()
        lasts = timedelta() <= datetime.now(UTC) - signed_at <= app.permanent_session_lifetime
        return self.session_class(kept if lasts else None)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Set the cookie when something changed; a session only read leaves the page as it is."""
        if session.modified or "Cookie" not in response.headers.get("Vary", ""):
            super().save_session(app, session, response)


class Tokens(CSRFProtect):  # type: ignore[misc]  # flask-wtf has no types
    """flask-wtf's tokens of forms, those met lately verified once; it refuses the others.

    They have no age (WTF_CSRF_TIME_LIMIT): a token stands as long as its session.
    """

    def init_app(self, app: Flask) -> None:
        """Protect every form, and give templates its token."""
        super().init_app(app)
        app.jinja_env.globals["csrf_token"] = _token

    def protect(self, apply_exemptions: bool = False) -> None:
        """Refuse a form without a token of this session; the next form serves the same one."""
        posted = request.form.get("csrf_token") if request.method == "POST" else None
        if posted and not request.is_secure and _stands(posted, session.get("csrf_token", "")):
            g.csrf_valid = True
        else:
            super().protect(apply_exemptions=apply_exemptions)
        if posted and g.get("csrf_valid"):
            g.csrf_token = posted  # signing another shows in every answer


def _token() -> str:
    """The token of the forms of this page."""
    return str(g.get("csrf_token") or generate_csrf())


def _stands(posted: str, own: str) -> bool:
    """Whether this token was signed here for the session whose own token this is."""
    try:
        return hmac.compare_digest(_unsigned(current_app.secret_key, posted), own)
    except BadData:
        return False


@lru_cache(maxsize=1024)
def _unsigned(secret_key: str, posted: str) -> str:
    """What flask-wtf signed; BadData when it did not."""
    return str(URLSafeTimedSerializer(secret_key, salt="wtf-csrf-token").loads(posted))


def init_app(app: Flask, settings: "Settings") -> None:
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
        MAX_CONTENT_LENGTH=8 * 1024 * 1024,  # a list is read beyond what it may be, to say so
        MAX_FORM_MEMORY_SIZE=512 * 1024,
    )
    app.after_request(_add_headers)
    if settings.https:
        app.after_request(_add_transport_security)


def _add_headers(response: Response) -> Response:
    headers = response.headers
    present = set(headers.keys(lower=True))
    headers.extend([pair for pair in HEADERS.items() if pair[0].lower() not in present])
    if response.mimetype == "text/html":
        headers.add("Vary", VARY)
        if "cache-control" not in present:
            headers.add("Cache-Control", "no-store")
    return response


def _add_transport_security(response: Response) -> Response:
    response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response
