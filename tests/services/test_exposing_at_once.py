"""Two workers count the finished tests of a school at the same moment: each test counts once."""

from collections import Counter
from threading import Thread

import pytest
from flask import Flask
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from tests import factories
from tests.fixtures import Saving
from tests.services.playing import MINUTE, enter, pass_all
from webapp.extensions import database
from webapp.models import Assessment, ExposureCount
from webapp.services import exposing
from webapp.services.asking import Deck
from webapp.services.scales import Scale, bank_of

LATER = factories.NOW + 60 * MINUTE
TESTS = 4


def test_what_a_worker_is_counting_another_leaves_alone(app: Flask, saving: Saving) -> None:
    school, asked = _finished(app, saving)
    engine = _engine(app)
    with Session(engine) as one, Session(engine) as other:
        _count(app, one, school)
        if engine.dialect.name == "sqlite":  # it has one writer at a time: the other waits
            one.commit()
        _count(app, other, school)
        other.commit()
        one.commit()
    _holds(engine, school, asked)


def test_workers_that_share_the_work_lose_nothing_and_wait_for_each_other(
    app: Flask, saving: Saving, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, asked = _finished(app, saving)
    monkeypatch.setattr(exposing, "AT_ONCE", TESTS // 2)
    engine = _engine(app)

    def work() -> None:
        with Session(engine) as mine:
            _count(app, mine, school)
            mine.commit()

    with Session(engine) as one:
        _count(app, one, school)
        other = Thread(target=work)
        other.start()
        one.commit()
        other.join(timeout=60)
    assert not other.is_alive()
    _holds(engine, school, asked)


def _finished(app: Flask, saving: Saving) -> tuple[int, Counter[str]]:
    """Finished tests of a school that nobody counted: the school, and what they asked."""
    asked = Counter[str]()
    deck = Deck(app.extensions["azimut.catalog"], b"a secret of tests")
    with saving() as session:
        campaign = factories.campaign(session)
        entered = [enter(session, deck, campaign) for _ in range(TESTS)]
        for learner, test in entered:
            asked.update(pass_all(session, deck, learner, test))
        school = campaign.organization_id
        assert not session.scalars(select(ExposureCount)).all()
    return school, asked


def _engine(app: Flask) -> Engine:
    with app.app_context():
        return database.engine


def _count(app: Flask, session: Session, school: int) -> None:
    bank = bank_of(Scale(app.extensions["azimut.catalog"]))
    exposing.count_finished(session, bank, organization_id=school, now=LATER)


def _holds(engine: Engine, school: int, asked: Counter[str]) -> None:
    with Session(engine) as session:
        rows = session.scalars(
            select(ExposureCount).where(ExposureCount.organization_id == school)
        ).all()
        assert {row.challenge: row.given for row in rows if row.given} == dict(asked)
        assert {row.eligible for row in rows} <= set(range(TESTS + 1))
        counted = session.scalars(select(Assessment.counted_at)).all()
        assert counted == [LATER] * TESTS
