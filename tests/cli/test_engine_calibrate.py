"""`azimut engine calibrate`: what is written, what is refused."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from webapp.cli.engine import group

SKILLS = [
    {"id": f"{t}{level}", "competence": "1.1", "topic": t, "level": level}
    for t in "abc"
    for level in range(1, 8)
]
CHALLENGES = [{"id": f"{one['id']}x", "skill": one["id"], "format": "text"} for one in SKILLS]


def test_parameters_that_foresee_better_are_written(tmp_path: Path) -> None:
    result = _run(tmp_path, _records(60, harder="b4x"))
    assert result.exit_code == 0, result.output
    report = json.loads(result.output)
    assert report["published"]
    assert report["log_score_after"] > report["log_score_before"]
    learnt = json.loads((tmp_path / "out.json").read_text())
    assert learnt["difficulty"]["b4x"] > 0.2  # its author said 0
    assert learnt["error"]["b4x"] < 0.35
    assert sum(learnt["slope_weights"]) == pytest.approx(1)


def test_a_wrong_key_is_named_whatever_difficulty_its_answers_taught(tmp_path: Path) -> None:
    records = _records(15, harder="", wrong_key="a3x")
    report = json.loads(_run(tmp_path, records).output)
    assert [one["item"] for one in report["alarms"]] == ["a3x"]
    assert report["alarms"][0]["answers"] == 15


def test_too_few_tests_are_refused(tmp_path: Path) -> None:
    result = _run(tmp_path, _records(5, harder="b4x"))
    assert result.exit_code == 1
    assert "line 5: (document): at least 10 tests are needed" in result.output
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("{", "line 3: (document)"),
        ('{"steps": []}', "line 3: student: is missing"),
        ('{"student": "s"}', "line 3: steps: is missing"),
        ('{"student": "s", "steps": 3}', "line 3: steps: a list is expected"),
        ('{"student": "s", "steps": [["b4x"]]}', "line 3: steps[0]: a challenge and an outcome"),
        ('{"student": "s", "steps": [["no", "right"]]}', "steps[0]: 'no' is not a known challenge"),
        ('{"student": "s", "steps": [["b4x", "good"]]}', "steps[0]: 'good' is not one of right"),
        ('{"student": "s", "steps": [], "group": 2}', "group: 2 is not between 0 and 1"),
        ('{"student": "s", "steps": [], "steps": []}', "line 3: steps: is given twice"),
        (
            '{"student": "s", "steps": [["b4x", "right"], ["b4x", "wrong"]]}',
            "line 3: steps[1]: 'b4x' was already answered in this test",
        ),
        ("[" * 100_000, "line 3: (document): it is nested too deeply"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(tmp_path: Path, line: str, named: str) -> None:
    records = [json.dumps(one) for one in _records(2, harder="b4x")]
    result = _run(tmp_path, [*records, line])
    assert result.exit_code == 1
    assert named in result.output
    assert not (tmp_path / "out.json").exists()


def _records(count: int, *, harder: str, wrong_key: str = "") -> list[dict[str, Any]]:
    """Students who answer everything; one challenge is much harder than its author thought.

    Another may have a wrong key.
    """
    rng = np.random.default_rng(3)
    records = []
    for number in range(count):
        ability = rng.normal()
        steps = []
        for place in rng.permutation(len(CHALLENGES)).tolist():
            name, level = str(CHALLENGES[place]["id"]), int(str(SKILLS[place]["level"]))
            difficulty = (level - 4) / 1.5 + 0.8 * (name == harder)
            chance = 0.95 / (1 + np.exp(-1.5 * (ability - difficulty)))
            right = (rng.random() < chance) != (name == wrong_key)
            steps.append([name, "right" if right else "wrong"])
        records.append({"student": f"s{number}", "steps": steps})
    return records


def _run(folder: Path, lines: list[Any]) -> Result:
    (folder / "bank.json").write_text(json.dumps({"skills": SKILLS, "challenges": CHALLENGES}))
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    (folder / "answers.jsonl").write_text("\n".join(texts))
    names = {"bank": "bank.json", "answers": "answers.jsonl", "out": "out.json"}
    options = [f"--{option}={folder / name}" for option, name in names.items()]
    return CliRunner().invoke(group, ["calibrate", *options, "--json"])
