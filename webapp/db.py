"""The session or the connection, its transaction modes, and the one commit.

On SQLite the mode is chosen at BEGIN, which comes with the first statement: GET and HEAD read
(`query_only`), everything else takes the write lock there, since a transaction that reads and
then writes fails at once with SQLITE_BUSY, whatever the timeout. What takes long before it writes
looks first, in a transaction of its own that locks nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import iscoroutinefunction
from typing import Any, TypeVar

import orjson
from flask import Flask, has_request_context, request
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from webapp.extensions import database
from webapp.models import on_statement

READING = {"GET", "HEAD", "OPTIONS"}
BUSY_TIMEOUT_MS = 10_000
CONNECT_TIMEOUT_S = 5  # else a PostgreSQL that does not answer holds a worker for minutes
_PLANNING = (
    # Look-ups by key: one plan is as good for all values, and planning costs 0.5 ms an answer.
    "plan_cache_mode=force_generic_plan",
    # Else PostgreSQL reads and sorts a whole room at each answer until it has counted its tables.
    "enable_bitmapscan=off",
)

Rows = TypeVar("Rows", Session, Connection)
_mode: ContextVar[str | None] = ContextVar("transaction mode", default=None)


@contextmanager
def transaction() -> Iterator[Session]:
    """The session of this request; commits at the end, or nothing at all on an exception."""
    with writing(database.session) as session:
        yield session


@contextmanager
def reading() -> Iterator[Session]:
    """The session of this request, to read only, whatever the method; closes its transaction."""
    token = _mode.set("read")
    session = database.session
    try:
        yield session
    finally:
        _mode.reset(token)
        session.rollback()


@contextmanager
def connected() -> Iterator[Connection]:
    """A connection without a session, for what passes at every answer: Core needs no more."""
    with database.engine.connect() as connection:
        yield connection


@contextmanager
def writing(rows: Rows) -> Iterator[Rows]:
    """The same session or connection; commits at the end, or nothing at all on an exception."""
    try:
        yield rows
        rows.commit()
    except BaseException:
        rows.rollback()
        raise


@contextmanager
def looking(rows: Rows) -> Iterator[Rows]:
    """The same session or connection, to look before something is written, or to show after it.

    This locks nothing and ends here: constraints must decide if what was found is old. But on
    PostgreSQL, where rows are locked only as they are written, a connection goes on with it.
    """
    token = _mode.set("look")
    try:
        yield rows
    except BaseException:
        rows.rollback()
        raise
    else:
        if isinstance(rows, Session) or database.engine.dialect.name == "sqlite":
            rows.rollback()
    finally:
        _mode.reset(token)


def init_app(app: Flask, url: str) -> None:
    """Bind the database of `url` to the application."""
    app.config["SQLALCHEMY_ENGINES"] = {"default": {"url": url, **engine_options(url)}}
    database.init_app(app)
    # The extension also closes asynchronous sessions after every request, through an event loop
    # in a thread: 0.8 ms of CPU for something we never open.
    closing = app.teardown_appcontext_funcs
    closing[:] = [each for each in closing if not iscoroutinefunction(each)]
    with app.app_context():
        if database.engine.dialect.name == "sqlite":
            prepare_sqlite(database.engine)


def engine_options(url: str) -> dict[str, Any]:
    """Options of `create_engine` for this address."""
    options: dict[str, Any] = {
        "json_serializer": _dumped,
        "json_deserializer": orjson.loads,
        "hide_parameters": True,  # an error never quotes a name or an answer
    }
    if url.startswith("postgresql"):
        options |= {"pool_size": 4, "max_overflow": 4, "pool_pre_ping": True}
        options["connect_args"] = {
            "options": " ".join(f"-c {each}" for each in _PLANNING),
            "connect_timeout": CONNECT_TIMEOUT_S,
        }
    return options


def prepare_sqlite(engine: Engine) -> None:
    """WAL, full durability, foreign keys, and our own BEGIN on every connection of the engine."""
    event.listen(engine, "connect", _set_pragmas)
    on_statement(engine, _begin)


def _set_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin(cursor: Any, _statement: str, connection: Connection) -> None:
    driver = cursor.connection
    if driver.in_transaction:
        return
    mode = _mode.get() or _mode_of_request()
    info = connection.info
    protected = mode == "read"
    if info.get("protected") is not protected:  # SQLite forgets its statements at each
        driver.execute(f"PRAGMA query_only = {'ON' if protected else 'OFF'}")
        info["protected"] = protected
    driver.execute("BEGIN IMMEDIATE" if mode == "write" else "BEGIN")


def _mode_of_request() -> str:
    return "read" if has_request_context() and request.method in READING else "write"


def _dumped(value: object) -> str:
    return orjson.dumps(value).decode()
