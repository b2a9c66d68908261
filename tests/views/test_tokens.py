"""The tokens of forms: one that was verified serves again, but never past its session."""

from flask import Flask, session
from flask_wtf.csrf import generate_csrf

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
