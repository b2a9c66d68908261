"""The modes of a transaction, on one connection that serves them in turn."""

from contextlib import suppress

import pytest
from flask import Flask
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import OperationalError

from tests import factories
from webapp import db
from webapp.extensions import database
from webapp.models import Organization, table

_MODE, _SPOIL = text("PRAGMA query_only"), text("DELETE FROM answer")


def test_reading_never_writes_and_writing_may_whatever_came_before(app: Flask) -> None:
    with app.app_context():
        if database.engine.dialect.name != "sqlite":
            return  # PostgreSQL needs no mode
        for _ in range(2):
            with db.reading() as session, pytest.raises(OperationalError, match="readonly"):
                session.execute(_SPOIL)
            with db.transaction() as session:
                session.execute(_SPOIL)


def test_many_rows_at_once_are_of_the_transaction_too(app: Flask) -> None:
    rows = [
        {"uai": uai, "name": "Lycée Anselme", "created_at": factories.NOW}
        for uai in ("0750001A", "0750002B")
    ]
    with app.app_context():
        with suppress(InterruptedError), db.transaction() as session:
            session.connection().execute(insert(table(Organization)), rows)
            raise InterruptedError
        with db.reading() as session:
            assert session.scalar(select(func.count()).select_from(Organization)) == 0


def test_the_mode_of_a_connection_is_set_only_when_it_changes(app: Flask) -> None:
    """Each time it is set, SQLite prepares all its statements again."""
    said: list[str] = []
    with app.app_context():
        if database.engine.dialect.name != "sqlite":
            return  # PostgreSQL needs no mode
        with db.reading() as session:
            session.execute(_MODE)
            driver = session.connection().connection.driver_connection
            assert driver is not None
            driver.set_trace_callback(said.append)
        for _ in range(3):
            with db.transaction() as session:
                session.execute(_MODE)
        driver.set_trace_callback(None)
    assert len([each for each in said if "query_only =" in each]) == 1
