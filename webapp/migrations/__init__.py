"""Versions of the schema: where the database stands, and the way to another version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

_HERE = Path(__file__).parent
_LOCK = 0x417A  # on PostgreSQL: one migration at a time, whatever the process


class BrokenReferences(Exception):
    """A migration left rows that refer to nothing; it was undone."""


def upgrade(engine: Engine, revision: str = "head", *, more: Path | None = None) -> None:
    """Bring the schema up to this version, all steps or none.

    `more` is a folder of further versions, beside our own.
    """
    with _alone(engine) as connection:
        command.upgrade(configuration(connection, more=more), revision)


def downgrade(engine: Engine, revision: str, *, more: Path | None = None) -> None:
    """Bring the schema back down to this version, all steps or none."""
    with _alone(engine) as connection:
        command.downgrade(configuration(connection, more=more), revision)


def configuration(connection: Connection | None = None, *, more: Path | None = None) -> Config:
    """What Alembic needs to know; no file is read."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_HERE))
    config.set_main_option("path_separator", "newline")
    folders = [_HERE / "versions", *([more] if more else [])]
    config.set_main_option("version_locations", "\n".join(map(str, folders)))
    return config


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """One transaction that nobody else migrates in.

    On SQLite a changed table is a new one that takes the place of the old: with foreign keys
    on, dropping the old would delete the rows that refer to it. So they are off, and checked
    at the end.
    """
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        if sqlite and driver is not None:
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                if not sqlite:
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                yield connection
                if sqlite:
                    _check_references(connection)
        finally:
            if sqlite and driver is not None:
                driver.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = sorted({row[0] for row in broken})
        raise BrokenReferences(f"{len(broken)} rows refer to nothing, in {', '.join(tables)}")
