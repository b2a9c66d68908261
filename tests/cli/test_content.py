"""`azimut content` says what is wrong with a file of the bank as its check does."""

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
