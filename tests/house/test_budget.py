"""What `make bench` calls held: the budget of one answer, and the floor of the same run."""

from dataclasses import replace
from typing import Any

import pytest

from e2e.load import budget
from e2e.load.table import Row

FLOOR = Row(
    target="floor",
    database="PostgreSQL",
    students=32,
    rate=569,
    p50=56,
    p95=96,
    p99=110,
    cpu_ms=3.1,
    cpu_ms_of_turns=(3.0, 3.1, 3.2),
    memory=225,
    requests=1,
    statements=3,
    plain=2600,
    gzip=900,
)
AZIMUT = replace(
    FLOOR,
    target="Azimut",
    rate=300,
    p95=200,
    cpu_ms_of_turns=(6.0, 6.5, 9.0),
    memory=300,
    statements=3.6,
    plain=6700,
    gzip=2100,
)
ALONE = replace(AZIMUT, students=1, p95=15)


def _broken(floor: Row, azimut: Row, alone: Row = ALONE) -> list[str]:
    found = budget.checks([replace(floor, students=1), alone, floor, azimut])
    assert len(found) == 9
    return [check.name for check in found if not check.held]


def test_what_is_just_within_the_budget_is_held() -> None:
    assert _broken(FLOOR, AZIMUT) == []


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"cpu_ms_of_turns": (6.0, 6.6, 6.9)}, "CPU over the floor's"),
        ({"rate": 250}, "share of the floor's rate"),
        ({"p95": 201}, "post p95 in ms"),
        ({"memory": 301}, "memory in MiB"),
        ({"requests": 1.1}, "requests an answer"),
        ({"statements": 8.1}, "statements an answer"),
        ({"plain": 15_001}, "bytes an answer"),
        ({"gzip": 4_001}, "bytes compressed"),
    ],
)
def test_each_measure_over_its_limit_is_named(change: dict[str, Any], name: str) -> None:
    assert _broken(FLOOR, replace(AZIMUT, **change)) == [f"PostgreSQL, {name}"]


def test_a_student_alone_has_a_limit_of_their_own() -> None:
    found = _broken(FLOOR, AZIMUT, replace(ALONE, p95=16))
    assert found == ["PostgreSQL, post p95 alone in ms"]


def test_a_slow_machine_has_the_same_limits() -> None:
    slow = replace(FLOOR, p95=150)
    assert _broken(slow, replace(AZIMUT, p95=250)) == ["PostgreSQL, post p95 in ms"]


def test_what_was_not_measured_is_not_judged() -> None:
    assert budget.checks([FLOOR]) == []
    assert budget.checks([replace(FLOOR, students=8), replace(AZIMUT, students=8)]) == []
    assert len(budget.checks([FLOOR, AZIMUT])) == 8
    assert len(budget.checks([ALONE])) == 1
