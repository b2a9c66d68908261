"""`azimut engine study`, on very few students."""

import json
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from webapp.cli.engine import group
from webapp.engine.study import learning, plan
from webapp.engine.study.tasks import Row, Task

FEW = ["study", "--students", "10", "--world", "mastery", "--jobs", "1"]


Rows = dict[tuple[Task, ...], list[Row]]


@pytest.fixture(scope="module")
def computed() -> Rows:
    """The rows of each study, computed once for all the ways to show them."""
    return {}


@pytest.fixture(autouse=True)
def _small_and_here(monkeypatch: pytest.MonkeyPatch, computed: Rows) -> None:
    """A short pilot, and no other process to start."""
    rows = plan.rows

    def rows_once(tasks: list[Task], pool: Executor) -> list[Row]:
        if tuple(tasks) not in computed:
            computed[tuple(tasks)] = list(rows(tasks, pool))
        return computed[tuple(tasks)]

    monkeypatch.setattr(learning, "PILOT", 12)
    monkeypatch.setattr(plan, "workers", ThreadPoolExecutor)
    monkeypatch.setattr(plan, "rows", rows_once)


def test_the_study_prints_its_rows_and_the_numbers_to_reach() -> None:
    result = CliRunner().invoke(group, FEW)
    assert result.exit_code == 0, result.output
    rows, checks = result.output.strip().split("\n\n")
    assert rows.startswith("| bank ")
    assert all(method in rows for method in ("ours, both", "ladder, extended", "eap"))
    assert "mastery, level RMSE at 60, under the extended ladder" in checks
    assert len({line.count("|") for line in rows.splitlines()}) == 1


def test_with_json_there_is_one_document_and_with_plots_there_are_pictures(tmp_path: Path) -> None:
    result = CliRunner().invoke(group, [*FEW, "--json", "--plots", str(tmp_path / "new")])
    assert result.exit_code == 0, result.output
    document = json.loads(result.output)
    ours = document["rows"][0]
    assert ours["task"]["method"] == "ours"
    assert 0 < ours["quality"]["60"]["rmse"] < ours["quality"]["20"]["rmse"] < 1.2
    assert all(isinstance(check["held"], bool) for check in document["checks"])
    pictures = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert pictures == ["calibration.svg", "coverage.svg", "error-mastery.svg"]
    for path in (tmp_path / "new").iterdir():
        assert ElementTree.parse(path).getroot().tag.endswith("svg")  # noqa: S314 (ours)


def test_the_speed_is_told_for_one_slope_and_for_all() -> None:
    result = CliRunner().invoke(group, ["speed", "--students", "2", "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    assert set(found) == {"one slope", "all slopes"}
    assert all(one["answer_median"] > 0 for one in found.values())
    assert found["all slopes"]["bank_mb"] < 20


def test_bad_numbers_are_bad_usage() -> None:
    assert CliRunner().invoke(group, ["study", "--students", "2"]).exit_code == 2
    assert CliRunner().invoke(group, ["study", "--world", "flat"]).exit_code == 2
