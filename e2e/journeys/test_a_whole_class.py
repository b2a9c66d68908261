"""A class of 35 at once over HTTP: every answer stored once, nothing lost when the server dies."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from e2e.load.student import Measures, Student
from e2e.load.targets import CODE, Azimut
from e2e.load.wire import Unreachable
from tests import databases
from webapp.models import Answer, Assessment, Presentation

CLASS = 35
DEADLINE = 180.0  # seconds: a server starts again in two, on a machine that is not loaded


@pytest.fixture
def azimut(tmp_path: Path) -> Iterator[Azimut]:
    """The application on SQLite with two workers, and a campaign open to all."""
    target = Azimut(tmp_path, f"sqlite:///{tmp_path / 'azimut.sqlite'}")
    with target.server:
        yield target


def test_every_answer_of_a_whole_class_is_stored_once(azimut: Azimut) -> None:
    students, measures = asyncio.run(_together(azimut, _to_the_end))
    with _database(azimut) as session:
        assert session.scalar(select(func.count()).select_from(Answer)) == measures.answers
        for student in students:
            assert _questions(session, student) == _answers(session, student) > 0
            assert _test(session, student).finished_at is not None


def test_a_killed_server_loses_no_acknowledged_answer_and_everyone_goes_on(azimut: Azimut) -> None:
    students, measures = asyncio.run(_together(azimut, _to_the_end, kill_after=150))
    acknowledged = {key for student in students for key in student.acknowledged}
    assert len(acknowledged) == measures.answers > 150
    with _database(azimut) as session:
        stored = session.scalars(select(Presentation.key).join(Answer)).all()
        assert len(stored) == len(set(stored))
        assert acknowledged <= set(stored)
        for student in students:
            assert student.finished
            assert _questions(session, student) == _answers(session, student)


def test_sqlite_under_two_workers_is_never_locked(azimut: Azimut) -> None:
    async def read_and_answer(student: Student, measures: Measures) -> None:
        while not student.finished and student.line.sent < 250:
            await student.read_again()
            await student.answer(measures)

    students, _ = asyncio.run(_together(azimut, read_and_answer, count=100, at_once=8))
    assert sum(student.line.sent for student in students) >= 2000
    assert "locked" not in azimut.server.log.read_text()
    assert "exception" not in azimut.server.log.read_text()


async def _together(
    azimut: Azimut,
    what: Callable[[Student, Measures], Awaitable[None]],
    *,
    count: int = CLASS,
    at_once: int = CLASS,
    kill_after: int | None = None,
) -> tuple[list[Student], Measures]:
    """Students enter, then each does `what`, so many at once; the server may die meanwhile."""
    measures, gate = Measures(), asyncio.Semaphore(at_once)
    students = [Student(azimut.server.port, name=f"Élève {n}", seed=n) for n in range(count)]

    async def live(student: Student) -> None:
        async with gate:
            await what(student, measures)
            student.line.close()

    await asyncio.gather(*(student.enter(CODE) for student in students))
    lives = asyncio.gather(*(live(student) for student in students))
    if kill_after is not None:
        while measures.answers < kill_after:
            await asyncio.sleep(0.01)
        azimut.server.kill()
        await asyncio.to_thread(azimut.server.start)
    await lives
    return students, measures


async def _to_the_end(student: Student, measures: Measures) -> None:
    """Answer everything; what the network refuses is sent again, with the same key."""
    patience = DEADLINE
    while not student.finished:
        try:
            await student.answer(measures)
        except Unreachable:
            patience -= 0.3
            assert patience > 0, "the server did not come back"
            await asyncio.sleep(0.3)


@contextmanager
def _database(azimut: Azimut) -> Iterator[Session]:
    with databases.opened(azimut.url) as engine, Session(engine) as session:
        yield session


def _test(session: Session, student: Student) -> Assessment:
    return session.get_one(Assessment, UUID(student.address.rpartition("/")[2]))


def _questions(session: Session, student: Student) -> int:
    own = Presentation.assessment_id == _test(session, student).id
    return session.scalar(select(func.count()).select_from(Presentation).where(own)) or 0


def _answers(session: Session, student: Student) -> int:
    own = Presentation.assessment_id == _test(session, student).id
    return (
        session.scalar(select(func.count()).select_from(Answer).join(Presentation).where(own)) or 0
    )
