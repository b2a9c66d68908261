"""A question just put is remembered by the process that drew it, and read again by the others."""

from collections import OrderedDict
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import enter
from webapp.models import Presentation
from webapp.queries import presentations
from webapp.queries.assessments import Answerable, answerable, turn_of
from webapp.services.asking import Deck


@pytest.fixture
def deck(application: Flask) -> Deck:
    """The content of the application."""
    return Deck(application.extensions["azimut.catalog"], b"a secret")


def _question(session: Session, deck: Deck) -> Answerable:
    learner_id, test = enter(session, deck, factories.campaign(session))
    turn = turn_of(session, learner_id=learner_id, assessment_id=test)
    assert turn.asked is not None
    found = _found(session, turn.sitting.learner_id, test, turn.asked.key)
    assert found is not None
    return found


def _found(session: Session, learner_id: UUID, test: UUID, key: str) -> Answerable | None:
    return answerable(
        session.connection(),
        learner_id=learner_id,
        epoch=None,
        assessment_id=test,
        key=key,
        now=factories.NOW,
    )


def _again(session: Session, known: Answerable) -> Answerable | None:
    return _found(session, known.sitting.learner_id, known.sitting.id, known.asked.key)


def test_what_is_remembered_is_what_would_be_read(
    session: Session, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _question(session, deck)
    assert presentations.remembered(known.asked.key) is not None
    monkeypatch.setattr(presentations, "_lately", OrderedDict())
    read = _again(session, known)
    assert read is not None
    assert read == known
    assert read.asked.question == known.asked.question


def test_what_was_drawn_is_not_read_as_long_as_it_is_remembered(
    session: Session, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = _question(session, deck)
    mine = Presentation.id == known.asked.id
    session.execute(update(Presentation).where(mine).values(document={}))
    assert _again(session, known) == known
    monkeypatch.setattr(presentations, "_lately", OrderedDict())
    read = _again(session, known)
    assert read is not None
    assert read.asked.document == {}


def test_the_last_questions_are_remembered_and_no_more(
    session: Session, deck: Deck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presentations, "REMEMBERED", 2)
    first, *last = [_question(session, deck).asked.key for _ in range(3)]
    assert presentations.remembered(first) is None
    assert all(presentations.remembered(key) for key in last)
