"""`azimut serve` starts when all that it needs is there, or says in one line what is not."""

import socket
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from tests import databases
from tests.cli.test_refusals import NOBODY, refused, run
from webapp import migrations
from webapp.cli import serving


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was begun: each server by its address, instead of a real one."""
    begun: list[str] = []

    class Server:
        def __init__(self, *_: object, address: str, **_more: Any) -> None:
            self.address = address

        def serve(self, **_: object) -> None:
            begun.append(self.address)

    monkeypatch.setattr(serving, "Granian", Server)
    monkeypatch.setattr(serving, "_shared", lambda: None)
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")  # put back at the end
    return begun


@pytest.fixture
def port() -> str:
    """One that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def test_a_server_starts_over_tables_that_are_up_to_date(
    tmp_path: Path, empty_url: str, port: str, served: list[str]
) -> None:
    with databases.opened(empty_url) as engine:
        migrations.upgrade(engine)
        done = run(tmp_path, "serve", DATABASE_URL=empty_url, PORT=port)
        assert done.exit_code == 0, done.output
        assert served == ["127.0.0.1"]
        assert _others(engine) == 0


@pytest.mark.parametrize("revision", ["", "base", "0001"])
def test_a_server_over_old_tables_or_none_does_not_start(
    tmp_path: Path, empty_url: str, port: str, served: list[str], revision: str
) -> None:
    if revision:
        with databases.opened(empty_url) as engine:
            migrations.upgrade(engine)
            migrations.downgrade(engine, revision)
    line = refused(run(tmp_path, "serve", DATABASE_URL=empty_url, PORT=port))
    assert "run `azimut db upgrade` first" in line
    assert served == []


def test_a_server_older_than_its_tables_says_so(
    tmp_path: Path, empty_url: str, port: str, served: list[str]
) -> None:
    with databases.opened(empty_url) as engine:
        migrations.upgrade(engine)
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    line = refused(run(tmp_path, "serve", DATABASE_URL=empty_url, PORT=port))
    assert "9999" in line
    assert "newer" in line
    assert "db upgrade" not in line
    assert served == []


def test_a_server_without_its_database_does_not_start(
    tmp_path: Path, port: str, served: list[str]
) -> None:
    line = refused(run(tmp_path, "serve", DATABASE_URL=NOBODY, PORT=port))
    assert "the database cannot be used" in line
    (tmp_path / "azimut.sqlite").write_text("a list of students\n" * 99)
    assert "file is not a database" in refused(run(tmp_path, "serve", PORT=port))
    assert served == []


def test_a_server_without_its_secret_does_not_start(
    tmp_path: Path, port: str, served: list[str]
) -> None:
    (tmp_path / "secret.key").touch()
    assert "secret.key is empty" in refused(run(tmp_path, "serve", PORT=port))
    assert served == []


def _others(engine: Engine) -> int:
    """Connections to this database beside our own, where the server can tell."""
    if engine.dialect.name == "sqlite":
        return 0
    counted = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    with engine.connect() as connection:
        return int(connection.execute(text(counted)).scalar_one()) - 1
