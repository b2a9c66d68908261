"""The modes of a transaction, on one connection that serves them in turn."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from webapp import db
from webapp.extensions import database

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
