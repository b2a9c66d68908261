"""Acting in an environment while its question is being answered elsewhere."""

import sqlite3
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from tests import factories
from tests.fixtures import Saving
from tests.simulators.worlds import club
from webapp import db
from webapp.domain.materials import Simulation
from webapp.extensions import database
from webapp.models import Presentation
from webapp.queries.assessments import asked_with_number
from webapp.queries.presentations import Asked, hold, journal_of
from webapp.services.acting import perform_action
from webapp.services.answering import AnswerOutOfTurn

COMPOSE = {"action": ["compose"]}


def _asked(session: Session) -> tuple[Presentation, Asked]:
    """A question in a mailbox, as somebody reads it before it has its answer."""
    test = factories.assessment(session, learner=factories.learner(session))
    question = factories.a_question(material=Simulation("webmail", club().state))
    row = factories.presentation(session, assessment=test, question=question)
    session.flush()
    found = asked_with_number(session, learner_id=test.learner_id, assessment_id=test.id, number=1)
    return row, found[1]


def _act_impatiently(saving: Saving, asked: Asked) -> None:
    with saving() as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("SET LOCAL lock_timeout = '200ms'"))
        perform_action(session, asked, COMPOSE, now=factories.NOW)


def test_no_gesture_follows_an_answer_that_came_meanwhile(session: Session) -> None:
    row, asked = _asked(session)
    factories.answer(session, presentation=row)
    session.flush()
    with pytest.raises(AnswerOutOfTurn):
        perform_action(session, asked, COMPOSE, now=factories.NOW)
    assert journal_of(session.connection(), presentation_id=asked.id) == []


@pytest.fixture
def _impatient(application: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """On SQLite, who waits for whoever writes gives up soon."""
    monkeypatch.setattr(db, "BUSY_TIMEOUT_MS", 200)
    with application.app_context():
        engine = database.engine
    engine.dispose()
    yield
    engine.dispose()


@pytest.mark.usefixtures("_impatient")
def test_a_gesture_waits_while_its_question_is_answered(saving: Saving) -> None:
    with saving() as session:
        _, asked = _asked(session)
    with saving() as answering:
        hold(answering.connection(), presentation_id=asked.id)
        locked = (OperationalError, sqlite3.OperationalError)  # BEGIN goes straight to the driver
        with pytest.raises(locked, match=r"lock timeout|database is locked"):
            _act_impatiently(saving, asked)
