"""The cookie that says who is there: verified once, trusted for twelve hours, never shared."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask, session

from webapp import security

HOURS = timedelta(hours=12)


@pytest.fixture
def cookie(app: Flask) -> str:
    """The cookie of a session that keeps a word."""
    signing = app.session_interface
    assert isinstance(signing, security.Sessions)
    written = signing.get_signing_serializer(app).dumps({"word": "abricot"})
    return f"{app.config['SESSION_COOKIE_NAME']}={written}"


def _kept(app: Flask, cookie: str) -> str:
    with app.test_request_context("/", headers={"Cookie": cookie}):
        return str(session.get("word", ""))


def test_what_a_cookie_keeps_is_there_each_time(app: Flask, cookie: str) -> None:
    assert [_kept(app, cookie), _kept(app, cookie)] == ["abricot", "abricot"]


def test_a_cookie_already_verified_still_ends(app: Flask, cookie: str) -> None:
    assert _kept(app, cookie) == "abricot"
    with time_machine.travel(datetime.now(UTC) + HOURS + timedelta(seconds=2)):
        assert _kept(app, cookie) == ""


def test_a_cookie_of_tomorrow_is_worth_nothing(app: Flask, cookie: str) -> None:
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        assert _kept(app, cookie) == ""


def test_a_forged_cookie_is_worth_nothing_after_the_true_one(app: Flask, cookie: str) -> None:
    assert _kept(app, cookie) == "abricot"
    assert _kept(app, cookie[:-3] + "abc") == ""
    assert _kept(app, "") == ""


def test_what_a_request_changes_in_its_session_stays_in_it(app: Flask, cookie: str) -> None:
    with app.test_request_context("/", headers={"Cookie": cookie}):
        session["word"] = "cerise"
    assert _kept(app, cookie) == "abricot"
