"""What machines that watch the server see, and what they never see."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests.browser import Browser
from webapp import create_app
from webapp.config import Settings
from webapp.extensions import database, settings


def test_health_says_ok_when_the_database_answers(browser: Browser) -> None:
    page = browser.open("/health")
    assert page.status == 200
    assert json.loads(page.source) == {"status": "ok"}


def test_health_is_503_when_the_database_does_not_answer(tmp_path: Path) -> None:
    nobody = "postgresql://azimut@127.0.0.1:1/azimut"
    app = create_app(Settings(home=tmp_path, database=nobody, development=True))
    page = Browser.of(app).open("/health")
    assert page.status == 503
    assert json.loads(page.source) == {"status": "unavailable"}


def test_health_is_503_when_there_are_no_tables(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path, database="", development=True))
    assert Browser.of(app).open("/health").status == 503
    with app.app_context():
        database.engine.dispose()


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Basic eDp5", "Bearer é"])
def test_metrics_want_the_token_always(browser: Browser, authorization: str) -> None:
    headers = {"Authorization": authorization.encode().decode("latin-1")}
    assert browser.request("GET", "/metrics", headers=headers).status == 401


def test_metrics_count_requests_by_route(app: Flask, browser: Browser) -> None:
    browser.open("/health")
    with app.app_context():
        token = settings().scrape_token
    page = browser.request("GET", "/metrics", headers={"Authorization": f"Bearer {token}"})
    assert page.status == 200
    assert 'azimut_requests_total{method="GET",route="/health",status="200"}' in page.source


def test_a_request_is_one_line_of_json_without_what_was_typed(
    browser: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    browser.request("GET", "/nulle-part/Zéphyrine?nom=Zéphyrine")
    browser.request("POST", "/", [("code", "Zéphyrine")])
    lines = capfd.readouterr().err.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["request", "request"]
    assert "phyrine" not in "".join(lines)


def test_an_exception_is_logged_by_its_class_and_its_way(
    app: Flask, capfd: pytest.CaptureFixture[str]
) -> None:
    with app.app_context():
        _fail_with("Zéphyrine habite au 3")
    line = capfd.readouterr().err
    assert "Zéphyrine" not in line
    logged = json.loads(line)
    assert logged["error"] == "ValueError"
    assert logged["way"][-1].endswith("_raise")


def test_every_response_carries_our_headers(new_browser: Callable[[], Browser]) -> None:
    for address in ("/health", "/metrics", "/nulle-part"):
        headers = new_browser().open(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-request-id"]


def _fail_with(message: str) -> None:
    try:
        _raise(message)
    except ValueError:
        logging.getLogger("webapp").exception("Exception on %s", "/")


def _raise(message: str) -> None:
    raise ValueError(message)
