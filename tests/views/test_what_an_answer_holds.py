"""What an answer holds while it is examined: no lock for a refusal, one connection at most."""

import pytest
from flask import Flask
from sqlalchemy import text

from tests import factories
from tests.browser import Browser
from tests.fixtures import Saving
from tests.people import sign_in
from tests.sittings import sit
from webapp.extensions import database
from webapp.models import Learner
from webapp.views import assessments


def test_an_unknown_key_is_refused_while_somebody_else_writes(
    app: Flask, browser: Browser, saving: Saving
) -> None:
    sat = sit(browser, saving)
    sat.question()
    with app.app_context(), database.engine.connect() as other:
        other.execute(text("SELECT 1"))  # outside a request: on SQLite, the write lock
        assert sat.post("reponses", [("key", "x" * 32), ("action", "skip")]).status == 404


def test_the_answer_of_an_ended_session_waits_for_nobody(
    app: Flask, browser: Browser, saving: Saving
) -> None:
    sat = sit(browser, saving)
    sat.question()
    with saving() as session:
        session.get_one(Learner, sat.learner.id).session_epoch += 1
    with app.app_context(), database.engine.connect() as other:
        other.execute(text("SELECT 1"))
        page = sat.post("reponses", [("key", sat.key), ("action", "skip")])
    assert page.url == "/ailleurs"


def test_an_answer_from_an_account_takes_one_connection(
    browser: Browser, saving: Saving, monkeypatch: pytest.MonkeyPatch
) -> None:
    sat = sit(browser, saving)
    with saving() as session:
        learner = session.get_one(Learner, sat.learner.id)
        account = factories.account(session, role="student", learner=learner)
    sign_in(sat.browser, account)
    page = sat.question()
    taken: list[int] = []
    prepared = assessments.prepared

    def counting(*arguments: object, **options: object) -> object:
        taken.append(database.engine.pool.checkedout())  # type: ignore[attr-defined]
        return prepared(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(assessments, "prepared", counting)
    assert page.form("answer").fill(answer="12").htmx("submit").status == 200
    assert taken == [1]
