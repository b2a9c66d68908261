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


@pytest.mark.parametrize(
    "words",
    [("--port", "99999"), ("--port", "0"), ("--workers", "0")],
    ids=" ".join,
)
def test_a_number_that_cannot_be_is_bad_usage(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(tmp_path, "serve", *words)
    assert done.exit_code == 2
    assert f"Invalid value for '{words[0]}'" in done.stderr


def test_another_port_is_advised_only_when_this_one_is_taken(tmp_path: Path, port: str) -> None:
    for host in ("256.0.0.1", "nowhere.invalid", "192.0.2.1"):
        line = refused(run(tmp_path, "serve", HOST=host, PORT=port))
        assert line.startswith(f"cannot serve on {host}:{port} (")
        assert "PORT=" not in line
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        line = refused(run(tmp_path, "serve", PORT=str(number)))
        assert line.endswith(f"choose another: PORT={number + 1}")


def test_the_last_port_has_no_next(tmp_path: Path) -> None:
    with socket.socket() as taken:
        try:
            taken.bind(("127.0.0.1", 65535))
        except OSError:
            pass  # somebody else has it: taken all the same
        else:
            taken.listen()
        line = refused(run(tmp_path, "serve", PORT="65535"))
    assert line.endswith("choose another: PORT=65534")


def _others(engine: Engine) -> int:
    """Connections to this database beside our own, where the server can tell."""
    if engine.dialect.name == "sqlite":
        return 0
    counted = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    with engine.connect() as connection:
        return int(connection.execute(text(counted)).scalar_one()) - 1
