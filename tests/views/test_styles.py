"""One style sheet for all our pages."""

import gzip

from flask import Flask

from webapp.ui import stylesheet

MOST = 8_192  # bytes, compressed


def test_the_style_sheet_is_small_and_kept_for_a_year(app: Flask) -> None:
    reply = app.test_client().get(stylesheet.url(), headers={"Accept-Encoding": "gzip"})
    assert len(reply.data) <= MOST
    assert "max-age=31536000" in reply.headers["Cache-Control"]
    assert gzip.decompress(reply.data) == stylesheet.joined()


def test_a_browser_that_cannot_unzip_gets_it_plain(app: Flask) -> None:
    reply = app.test_client().get(stylesheet.url(), headers={"Accept-Encoding": "identity"})
    assert reply.data == stylesheet.joined()
    assert "Content-Encoding" not in reply.headers


def test_tokens_come_first_and_comments_stay_at_home() -> None:
    sheet = stylesheet.joined().decode()
    assert sheet.startswith("@font-face")
    assert "/*" not in sheet


def test_the_portfolio_of_components_is_not_for_visitors(app: Flask) -> None:
    assert app.test_client().get("/composants").status_code == 404
