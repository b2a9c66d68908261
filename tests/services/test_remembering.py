"""A question just put is remembered by the process that drew it, and read again by the others."""

from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from tests import factories
from tests.services.playing import enter
from webapp.models import Presentation
from webapp.queries import answerable as answerables
from webapp.queries.answerable import Answerable, answerable
from webapp.queries.assessments import turn_of
from webapp.services.asking import Deck


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
    assert known.asked.key in answerables._lately
    monkeypatch.setattr(answerables, "_lately", {})
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
    monkeypatch.setattr(answerables, "_lately", {})
    read = _again(session, known)
    assert read is not None
    assert read.asked.document == {}
