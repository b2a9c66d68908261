"""`azimut content`: check, left, solve and show, and what they say of a broken file."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.content.banks import FOLDER, bank, rewritten
from webapp import content
from webapp.cli import workbench
from webapp.cli.content import group


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The generator of the only challenge, which fails at every draw."""
    rewritten(
        bank(tmp_path), f"{FOLDER}/generate.py", "rng.randint(2, 19)", "rng.randint(2, 19) / 0"
    )
    catalog = content.load(tmp_path)
    monkeypatch.setattr(content, "load", lambda: catalog)
    return tmp_path / FOLDER / "generate.py"


@pytest.mark.parametrize("words", ["show tailles-3x", "solve tailles-3x --seed 3"])
def test_a_draw_that_fails_is_told_with_its_file_and_line(broken: Path, words: str) -> None:
    done = CliRunner().invoke(group, words.split())
    assert done.exit_code == 1
    first, last = done.stderr.splitlines()
    assert first.startswith(f"{broken}:10: ZeroDivisionError")
    assert last == "1 problem(s)"
    assert done.stdout == ""


def test_what_is_not_of_the_plan_is_not_previewed(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Any] = []
    monkeypatch.setattr("werkzeug.serving.run_simple", lambda *_, **__: served.append("bench"))
    monkeypatch.setattr(workbench, "create_workbench", lambda _: None)
    done = CliRunner().invoke(group, ["preview", "zut-1x"])
    assert done.exit_code == 2
    assert "no challenge zut-1x" in done.stderr
    assert served == []
    assert CliRunner().invoke(group, ["preview", "formats-1x"]).exit_code == 0
    assert served == ["bench"]


def test_the_command_prints_one_json_document_and_fails_when_there_are_problems() -> None:
    result = CliRunner().invoke(group, ["check", "--only", "formats-2x", "--draws", "5", "--json"])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["problems"] == []
    assert document["formats"]["ordre"][1] == 22
    assert sum(planned for _, planned in document["levels"].values()) == 579


def test_the_command_refuses_an_unknown_challenge() -> None:
    result = CliRunner().invoke(group, ["check", "--only", "zut-1x"])
    assert result.exit_code == 2


def test_what_is_left_is_asked_of_a_topic_that_exists() -> None:
    assert CliRunner().invoke(group, ["left", "diag"]).exit_code == 0
    assert CliRunner().invoke(group, ["left", "zut"]).exit_code == 2


@pytest.mark.parametrize("wrong", [False, True])
def test_solve_gives_the_fields_to_post(wrong: bool) -> None:
    arguments = ["solve", "formats-2x", "--seed", "3", "--json", *(["--wrong"] if wrong else [])]
    document = json.loads(CliRunner().invoke(group, arguments).stdout)
    assert document["actions"] == []
    assert len(document["fields"]["order"]) == 5


def test_solve_writes_a_case_in_words() -> None:
    arguments = ["solve", "formats-2x", "--seed", "2", "--mistake", "numbers_only", "--case"]
    written = CliRunner().invoke(group, arguments).stdout
    assert written.startswith("[[case]]\nseed = 2\n")
    assert "octets" in written
    assert written.endswith('mistake = "numbers_only"\n\n')


def test_show_reads_like_the_page_and_then_tells_all() -> None:
    text = CliRunner().invoke(group, ["show", "formats-1x", "--seed", "3"]).stdout
    assert text.startswith("# Associe chaque fichier")
    assert "=> " in text
    assert "Indice:" in text
