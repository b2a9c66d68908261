"""What the documentation of environments must name: every verb, goal and failure."""

import re
from pathlib import Path

import pytest

from webapp.simulators.registry import ENVIRONMENTS

PAGE = (Path(__file__).parents[2] / "docs" / "environments.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_every_verb_goal_and_failure_has_its_line(name: str) -> None:
    there = ENVIRONMENTS[name]
    assert _verbs(name) == set(there.verbs)
    goals = _rows(name, "## Goals")
    assert {row[1].strip(" `") for row in goals} == {*there.goals, "side effects"}
    for _, goal, _, failures in goals:
        known = there.goals.get(goal.strip(" `"))
        expected = known.failures if known else there.side_effects
        assert re.findall(r"`(\w+)`", failures) == list(expected)


def test_every_goal_says_what_it_takes() -> None:
    for there in ENVIRONMENTS.values():
        for goal in there.goals.values():
            assert goal.check.__doc__


def _verbs(environment: str) -> set[str]:
    return {row[1].strip(" `") for row in _rows(environment, "## Actions")}


def _rows(environment: str, heading: str) -> list[list[str]]:
    section = PAGE.split(heading)[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith(f"| `{environment}` |")]
    return [line.strip("|").split("|") for line in lines]
