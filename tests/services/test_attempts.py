"""Failed attempts: counted by what is attempted, forgotten with time."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domain.errors import TooFast
from webapp.models import IdentityAttempt
from webapp.services import attempts

ME, YOU = attempts.learner_subject("me"), attempts.learner_subject("you")


def test_the_fifth_failure_closes_one_door_and_no_other(session: Session) -> None:
    for _ in range(5):
        attempts.refuse_when_too_many(session, ME)
        attempts.record_failure(session, ME)
    with pytest.raises(TooFast) as refused:
        attempts.refuse_when_too_many(session, YOU, ME)
    assert 0 < refused.value.retry_after <= 300
    attempts.refuse_when_too_many(session, YOU)


def test_the_wait_shortens_and_ends(session: Session) -> None:
    with time_machine.travel("2026-09-14 08:00:00Z", tick=False) as clock:
        for _ in range(5):
            attempts.record_failure(session, ME)
        clock.shift(timedelta(minutes=4))
        with pytest.raises(TooFast) as refused:
            attempts.refuse_when_too_many(session, ME)
        assert refused.value.retry_after == 60
        assert "1 minute," in refused.value.message
        clock.shift(timedelta(minutes=1, seconds=1))
        attempts.refuse_when_too_many(session, ME)


def test_a_success_starts_afresh(session: Session) -> None:
    for _ in range(5):
        attempts.record_failure(session, ME)
    attempts.forget_failures(session, ME)
    attempts.refuse_when_too_many(session, ME)


def test_failures_older_than_a_day_are_dropped(session: Session) -> None:
    with time_machine.travel("2026-09-14 08:00:00Z", tick=False):
        attempts.record_failure(session, ME)
    with time_machine.travel("2026-09-15 09:00:00Z", tick=False):
        attempts.record_failure(session, YOU)
    session.flush()
    assert session.scalar(select(func.count(IdentityAttempt.id))) == 1
