"""What a command cannot do because of its surroundings is one line; a bug keeps its traceback."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from click.testing import CliRunner, Result
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.content.banks import bank
from webapp import db
from webapp.cli import main
from webapp.cli.refusals import refusal

NOBODY = "postgresql://azimut:hush@127.0.0.1:1/azimut"


def run(home: Path, *words: str, **settings: str) -> Result:
    """An `azimut` command, over these settings alone."""
    environment = {"DATABASE_URL": "", "AZIMUT_HOME": str(home), **settings}
    return CliRunner().invoke(main, list(words), env=environment)


def free_port() -> int:
    """One that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def refused(result: Result) -> str:
    """The one line that it was refused with."""
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    line = result.stderr.removesuffix("\n")
    assert line.startswith("Error: ")
    assert "\n" not in line
    return line.removeprefix("Error: ")


@pytest.mark.parametrize("address", ["mysql://root:hush@localhost/azimut", "zzz", "foo://x:hush@y"])
def test_an_address_of_no_database_is_refused_without_its_password(
    tmp_path: Path, address: str
) -> None:
    line = refused(run(tmp_path, "db", "upgrade", DATABASE_URL=address))
    assert line.startswith("DATABASE_URL: ")
    assert "postgresql://user:password@host/name" in line
    assert "hush" not in line


def test_a_database_that_does_not_answer_is_one_line_without_its_password(tmp_path: Path) -> None:
    line = refused(run(tmp_path, "db", "upgrade", DATABASE_URL=NOBODY))
    assert line.startswith("the database cannot be used (")
    assert "127.0.0.1" in line
    assert "hush" not in line


def test_a_database_that_listens_and_says_nothing_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "CONNECT_TIMEOUT_S", 2)  # the least that PostgreSQL's library takes
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://azimut:hush@127.0.0.1:{silent.getsockname()[1]}/azimut"
        line = refused(run(tmp_path, "db", "upgrade", DATABASE_URL=address))
    assert "timeout" in line
    assert "hush" not in line


def test_a_folder_that_does_not_exist_holds_no_database(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/nowhere/azimut.sqlite"
    line = refused(run(tmp_path, "db", "upgrade", DATABASE_URL=address))
    assert "unable to open database file" in line


def test_a_file_that_is_not_a_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "azimut.sqlite").write_text("a list of students\n" * 99)
    assert "file is not a database" in refused(run(tmp_path, "db", "upgrade"))


@pytest.mark.parametrize("words", ["engine calibrate --from-database", "students import"])
def test_without_tables_a_command_says_how_to_make_them(tmp_path: Path, words: str) -> None:
    more = []
    if words == "students import":
        (tmp_path / "list.csv").write_text("Nom,Prénom,Date de naissance,Classe\n")
        more = [str(tmp_path / "list.csv"), "--school", "0750001A"]
    assert "run `azimut db upgrade` first" in refused(run(tmp_path, *words.split(), *more))


def test_tables_of_a_version_that_nobody_knows_are_not_upgraded(tmp_path: Path) -> None:
    assert run(tmp_path, "db", "upgrade").exit_code == 0
    with closing(sqlite3.connect(tmp_path / "azimut.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "9999" in refused(run(tmp_path, "db", "upgrade"))


def test_a_setting_that_cannot_be_read_is_named_with_its_value(tmp_path: Path) -> None:
    result = run(tmp_path, "db", "upgrade", AZIMUT_PIX_CAP="x", AZIMUT_HTTPS="oui")
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith("Error: AZIMUT_HTTPS='oui': ")
    assert second.startswith("AZIMUT_PIX_CAP='x': ")


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for home in (file, file / "below"):
        line = refused(run(home, "db", "upgrade"))
        assert line.startswith(f"AZIMUT_HOME={home}: ")


BANK_COMMANDS = {
    "demo": "demo",
    "reveal": f"reveal {uuid4()}",
    "retrace": f"engine retrace {uuid4()}",
    "study": "engine study --real --students 10",
    "students": f"students import {__file__} --school 0750001A",
    "show": "content show formats-1x",
    "check": "content check",
    "new": "content new formats-1x",
    "left": "content left",
    "preview": "content preview",
    "serve": "serve",
}


@pytest.mark.parametrize("words", BANK_COMMANDS.values(), ids=BANK_COMMANDS)
def test_a_bank_without_its_framework_is_told_by_every_command_that_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    if words == "serve":
        assert run(tmp_path, "db", "upgrade").exit_code == 0
    result = without_framework(tmp_path, monkeypatch, words)
    assert "framework.toml:1: ce fichier manque" in result.stderr.splitlines()[0]
    assert result.stdout == ""


def test_a_bank_that_cannot_be_read_is_told_before_workers_that_are_not_forked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.cli.serving.get_start_method", lambda: "spawn")
    assert run(tmp_path, "db", "upgrade").exit_code == 0
    line = refused(without_framework(tmp_path, monkeypatch, "serve"))
    assert "framework.toml:1: ce fichier manque" in line


def without_framework(home: Path, monkeypatch: pytest.MonkeyPatch, words: str) -> Result:
    """A command over a bank that has lost its framework."""
    (bank(home / "bank") / "framework.toml").unlink()
    monkeypatch.setattr("webapp.content.loader.BANK", home / "bank")
    monkeypatch.setattr("webapp.content.generators.BANK", home / "bank")
    result = run(home, *words.split(), PORT=str(free_port()))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "framework.toml:1: area : "),
        (b"\xff", "framework.toml:1: ce fichier n\u2019est pas en UTF-8"),
        (b"area = 3", "framework.toml:1: area : "),
        (b"area = ", "framework.toml:1: TOML illisible : "),
    ],
)
def test_a_faulty_framework_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, says: str
) -> None:
    (bank(tmp_path) / "framework.toml").write_bytes(content)
    monkeypatch.setattr("webapp.content.loader.BANK", tmp_path)
    assert says in refused(run(tmp_path, "demo"))


def test_an_empty_secret_is_named_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "secret.key").touch()
    assert f"{tmp_path / 'secret.key'} is empty" in refused(run(tmp_path, "db", "upgrade"))


@pytest.mark.parametrize(
    "bug",
    [
        KeyError("x"),
        OSError("x"),
        sqlite3.OperationalError('near "x": syntax error'),
        IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed")),
        DBAPIError("SELECT", {}, psycopg.errors.SyntaxError("x")),
    ],
    ids=repr,
)
def test_a_bug_keeps_its_traceback(bug: Exception) -> None:
    assert refusal(bug) is None


def test_tables_missing_on_postgresql_are_said_too() -> None:
    missing = psycopg.errors.UndefinedTable('relation "learner" does not exist\nLINE 1: …')
    line = refusal(DBAPIError("SELECT", {}, missing))
    assert line is not None
    assert "db upgrade" in line
    assert "LINE" not in line
