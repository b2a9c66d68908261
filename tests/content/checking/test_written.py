"""Every fault of every file of a challenge is told at once, whichever cannot be read."""

from pathlib import Path

import pytest

from tests.content.banks import FOLDER, bank, faults, rewritten
from webapp.content import checking


def test_every_fault_of_every_file_of_a_challenge_is_told_at_once(tmp_path: Path) -> None:
    spoilt = {
        "challenge.toml": ("phone = true", "colour = 3"),
        "prompt.md": ("# Consigne\n", "{% if one %}\n\n# Consigne\n\n<b>{{ }}</b>\n"),
        "explain.md": ("# Indice", "# Idée"),
        "generate.py": ("from random", "import os\nfrom random"),
        "cases.toml": ('"wrong"', '"faux"'),
    }
    problems = checking.check(bank(tmp_path, spoilt), only="tailles-3x").problems
    assert [(problem.path.name, problem.line) for problem in problems] == [
        ("cases.toml", 10),
        ("challenge.toml", 1),
        ("challenge.toml", 6),
        ("explain.md", 9),
        ("generate.py", 1),
        ("prompt.md", 5),
        ("prompt.md", 9),
        ("prompt.md", 9),
    ]


def test_faults_of_the_cases_and_of_both_texts_are_told_when_nothing_can_be_drawn(
    tmp_path: Path,
) -> None:
    spoilt = {
        "prompt.md": ("{{ one }}", "{{ three }}"),
        "explain.md": ("Deux tailles", "{{ four }} tailles"),
        "cases.toml": ('"wrong"', '"faux"'),
    }
    assert [(problem.path.name, problem.line) for problem in faults(tmp_path, spoilt)] == [
        ("cases.toml", 10),
        ("explain.md", 7),
        ("prompt.md", 3),
    ]


def test_faults_of_both_parts_of_a_text_are_told(tmp_path: Path) -> None:
    spoilt = {"explain.md": ("ensemble**.", "ensemble**{{ five }}.")}
    rewritten(bank(tmp_path, spoilt), f"{FOLDER}/explain.md", "Deux tailles", "{{ six }} tailles")
    assert [problem.line for problem in checking.check(tmp_path).problems] == [3, 7]


@pytest.mark.parametrize("only", [None, "tailles-3x"])
def test_files_that_are_missing_hide_no_fault_of_the_others(
    tmp_path: Path, only: str | None
) -> None:
    bank(tmp_path, {"generate.py": ("from random", "import os\nfrom random")})
    for name in ("challenge.toml", "cases.toml", "__init__.py"):
        (tmp_path / FOLDER / name).unlink()
    problems = checking.check(tmp_path, only=only).problems
    assert {problem.path.name for problem in problems} == {
        "__init__.py",
        "cases.toml",
        "challenge.toml",
        "generate.py",
    }


def test_a_skill_of_elsewhere_hides_no_fault_of_the_other_files(tmp_path: Path) -> None:
    spoilt = {"challenge.toml": ("tailles-3", "zut-3"), "cases.toml": ('"wrong"', '"faux"')}
    names = {problem.path.name for problem in faults(tmp_path, spoilt)}
    assert names == {"challenge.toml", "cases.toml"}
