"""The reader's display: kept in a cookie, read by the layout of every page."""

from flask import Response, request

from webapp.domain.display import Display

COOKIE = "affichage"
YEAR = 31_536_000  # seconds


def current() -> Display:
    """How this reader wants pages shown."""
    return Display.parse(request.cookies.get(COOKIE, ""))


def keep(response: Response, display: Display) -> Response:
    """The same response, which makes this browser remember `display` for a year."""
    response.set_cookie(
        COOKIE,
        display.compact,
        max_age=YEAR,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure,
    )
    return response
