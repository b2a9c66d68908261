"""A teacher begins from a challenge that works, whatever its format, and an editor that helps."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.content.banks import FOLDER, bank, rewritten
from webapp.cli.content import group
from webapp.content import checking, editors, scaffolding
from webapp.content.generators import BANK
from webapp.content.schemas import ChallengeFile

FORMATS = ["qcu", "qcm", "qroc", "qrocm", "ordre", "appariement", "fichier", "simulateur"]


@pytest.mark.parametrize("planned", FORMATS)
def test_a_new_challenge_is_sound_before_a_word_is_changed(tmp_path: Path, planned: str) -> None:
    rewritten(bank(tmp_path), "blueprint.toml", '"qcu"', f'"{planned}"')
    folder = scaffolding.begin("tailles-3y", root=tmp_path)
    assert folder == tmp_path / "c1_2_gerer" / "tailles_3y"
    assert {"__init__.py", "generate.py"} <= {path.name for path in folder.iterdir()}
    report = checking.check(tmp_path, draws=40, only="tailles-3y")
    assert [problem.message for problem in report.problems] == []


def test_a_case_whose_gesture_is_refused_is_a_fault_and_not_a_crash(tmp_path: Path) -> None:
    rewritten(bank(tmp_path), "blueprint.toml", '"qcu"', '"simulateur"')
    folder = scaffolding.begin("tailles-3y", root=tmp_path)
    rewritten(
        tmp_path,
        f"{folder.relative_to(tmp_path)}/cases.toml",
        '"action" = "move"',
        '"action" = "rename:z"',
    )
    [first, *_] = checking.check(tmp_path, draws=4, only="tailles-3y").problems
    assert first.path.name == "cases.toml"
    assert "refuse une action" in first.message


def test_a_challenge_is_begun_once(tmp_path: Path) -> None:
    bank(tmp_path)
    with pytest.raises(scaffolding.CannotBegin, match="existe déjà"):
        scaffolding.begin("tailles-3x", root=tmp_path)


def test_a_challenge_that_is_not_of_the_plan_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(scaffolding.CannotBegin, match="plan"):
        scaffolding.begin("zut-1x", root=bank(tmp_path))


def test_the_command_refuses_with_a_sentence() -> None:
    result = CliRunner().invoke(group, ["new", "formats-2x"])
    assert result.exit_code == 1
    assert "existe déjà" in result.stderr


def test_the_example_of_the_guide_is_sound(tmp_path: Path) -> None:
    guide = (BANK.parent / "docs" / "authoring.md").read_text("utf-8")
    prompt = re.search(r"```\n(# Situation.*?)```", guide, re.S)
    generate = re.search(r"```python\n(from random.*?)```", guide, re.S)
    assert prompt
    assert generate
    folder = bank(tmp_path) / FOLDER
    (folder / "prompt.md").write_text(prompt[1], "utf-8")
    (folder / "generate.py").write_text(generate[1], "utf-8")
    rewritten(tmp_path, f"{FOLDER}/explain.md", "# difference", "# rounded_up")
    problems = checking.check(tmp_path, draws=40).problems
    assert {problem.path.name for problem in problems} <= {"cases.toml"}  # another's cases


@pytest.mark.parametrize("name", editors.texts())
def test_the_schemas_for_editors_are_those_of_the_code(name: str) -> None:
    assert (BANK / "schemas" / name).read_text("utf-8") == editors.texts()[name]


def test_the_schemas_can_be_written_anywhere(tmp_path: Path) -> None:
    written = editors.write(tmp_path / "schemas")
    assert {path.name for path in written} == set(editors.texts())
    schema = json.loads((tmp_path / "schemas" / "challenge.json").read_text("utf-8"))
    assert set(schema["properties"]) == set(ChallengeFile.model_fields)


@pytest.mark.parametrize("planned", FORMATS)
def test_a_skeleton_points_editors_to_its_schema(planned: str) -> None:
    text = (BANK / "skeletons" / planned / "challenge.toml").read_text("utf-8")
    assert text.startswith("#:schema ../../schemas/challenge.json\n")
    assert tomllib.loads(text)["skill"] == "SKILL"
