"""The tokens of forms: one that was verified serves again, but never past its session."""

import pytest
from flask import Flask, session
from flask_wtf.csrf import CSRFError, generate_csrf

from tests.browser import Browser, FlaskTransport, Page
from tests.fixtures import Saving
from tests.sittings import sit
from webapp.identity import sign_out


def _token(page: Page) -> str:
    return page.root.all("input", name="csrf_token")[0].get("value")


def test_the_token_just_verified_serves_the_next_form(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving)
    token = _token(sat.question())
    pairs = [("key", sat.key), ("action", "skip"), ("csrf_token", token)]
    headers = {"HX-Request": "true"}
    page = browser.request("POST", f"{sat.address}/reponses", pairs, headers=headers)
    assert _token(page) == token


def test_a_refused_token_does_not_serve_again(browser: Browser, saving: Saving) -> None:
    sat = sit(browser, saving)
    sat.question()
    pairs = [("key", sat.key), ("action", "skip"), ("csrf_token", "old")]
    page = browser.request("POST", f"{sat.address}/reponses", pairs)
    assert page.status == 422
    assert _token(page) != "old"


def test_a_token_ends_with_its_session(app: Flask, browser: Browser) -> None:
    token = _token(browser.open("/"))
    transport = browser.transport
    assert isinstance(transport, FlaskTransport)
    with transport.client.session_transaction() as kept:
        raw = kept["csrf_token"]
    with app.test_request_context("/", method="POST", data={"csrf_token": token}):
        session["csrf_token"] = raw
        assert app.preprocess_request() is None
        assert generate_csrf() == token
        sign_out()
        assert generate_csrf() != token


def test_a_token_met_before_is_worth_nothing_in_another_session(app: Flask) -> None:
    with app.test_request_context("/"):
        token, raw = generate_csrf(), session["csrf_token"]
    for own, stands in ((raw, True), ("another", False), (raw, True)):
        with app.test_request_context("/codes", method="POST", data={"csrf_token": token}):
            session["csrf_token"] = own
            assert _passes(app) is stands


def test_a_forged_token_is_refused_after_the_true_one(app: Flask) -> None:
    with app.test_request_context("/"):
        token, raw = generate_csrf(), session["csrf_token"]
    for posted, stands in ((token, True), (token[:-3] + "abc", False), ("", False)):
        with app.test_request_context("/codes", method="POST", data={"csrf_token": posted}):
            session["csrf_token"] = raw
            assert _passes(app) is stands


def test_over_tls_a_token_needs_a_page_of_ours_before_it(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_SSL_STRICT", True)
    with app.test_request_context("/"):
        token, raw = generate_csrf(), session["csrf_token"]
    for referrer, stands in (("https://localhost/", True), ("https://elsewhere.test/", False)):
        data, headers = {"csrf_token": token}, {"Referer": referrer}
        with app.test_request_context(
            "/codes", "https://localhost", method="POST", data=data, headers=headers
        ):
            session["csrf_token"] = raw
            assert _passes(app) is stands


def _passes(app: Flask) -> bool:
    """Whether the form of the request at hand is let in."""
    try:
        app.extensions["csrf"].protect()
    except CSRFError:
        return False
    return True
