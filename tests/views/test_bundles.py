"""One style sheet for all our pages, one script for all that a test does better with."""

import gzip

from flask import Flask

from webapp.ui import bundles

MOST = 8_192  # bytes, compressed


def test_the_style_sheet_is_small_and_kept_for_a_year(app: Flask) -> None:
    reply = app.test_client().get(bundles.STYLES.url(), headers={"Accept-Encoding": "gzip"})
    assert len(reply.data) <= MOST
    assert "max-age=31536000" in reply.headers["Cache-Control"]
    assert gzip.decompress(reply.data) == bundles.STYLES.joined()


def test_a_browser_that_cannot_unzip_gets_it_plain(app: Flask) -> None:
    reply = app.test_client().get(bundles.STYLES.url(), headers={"Accept-Encoding": "identity"})
    assert reply.data == bundles.STYLES.joined()
    assert "Content-Encoding" not in reply.headers


def test_tokens_come_first_and_comments_stay_at_home() -> None:
    sheet = bundles.STYLES.joined().decode()
    assert sheet.startswith("@font-face")
    assert "/*" not in sheet


def test_the_portfolio_of_components_is_not_for_visitors(app: Flask) -> None:
    assert app.test_client().get("/composants").status_code == 404


def test_the_scripts_of_a_test_are_one_small_file(app: Flask) -> None:
    reply = app.test_client().get(bundles.SCRIPTS.url(), headers={"Accept-Encoding": "gzip"})
    source = gzip.decompress(reply.data).decode()
    assert reply.mimetype == "text/javascript"
    assert len(reply.data) <= MOST
    assert source.count('"use strict"') == len(bundles.ISLANDS)
