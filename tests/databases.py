"""The database of the tests: SQLite in a temporary folder, or the server of TEST_DATABASE_URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, make_url, text

from webapp import db
from webapp.models import Base

SERVER = os.environ.get("TEST_DATABASE_URL", "")
_DELETIONS = [str(table.delete()) for table in reversed(Base.metadata.sorted_tables)]


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """The address of a new, empty database; on a server it is dropped at the end."""
    name = f"azimut_{uuid4().hex}"
    if not SERVER:
        yield f"sqlite:///{folder / name}.sqlite"
        return
    _administer(f"CREATE DATABASE {name}")
    try:
        yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    finally:
        _administer(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine as the application makes it, for tests below the application."""
    engine = create_engine(url, **db.engine_options(url))
    if engine.dialect.name == "sqlite":
        db.prepare_sqlite(engine)
    yield engine
    engine.dispose()


def empty_tables(connection: Connection) -> None:
    """Delete every row of every table, children first."""
    for deletion in _DELETIONS:
        connection.exec_driver_sql(deletion)


def _administer(statement: str) -> None:
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
