"""`azimut engine replay`: outside banks and students, and what is refused."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner, Result

from webapp.cli.engine import group

SKILLS = [
    {"id": f"{c}-{t}{level}", "competence": c, "topic": f"{c}-{t}", "level": level}
    for c in ("1.1", "1.2", "4.3")
    for t in "ab"
    for level in range(1, 8)
]
CHALLENGES = [
    {"id": f"{skill['id']}{twin}", "skill": skill["id"], "format": form, "options": 4}
    for skill in SKILLS
    for twin, form in (("x", "choice"), ("y", "simulation"))
]


def test_each_student_gets_a_test_of_the_length_asked_and_a_report(tmp_path: Path) -> None:
    records = _replayed(tmp_path, "--length", "12", "--bare")
    assert [record["student"] for record in records] == ["s0", "s1", "s2", "s3"]
    for record in records:
        assert len(record["asked"]) == len(record["decision_us"]) == 12
        assert set(record["competences"]) == {"1.1", "1.2", "4.3"}
        assert set(record["skills"]) == {skill["id"] for skill in SKILLS}
        for name, one in record["competences"].items():
            assert set(one) == {"level", "low", "high", "estimate", "pix"}
            worth = 8 / 2  # two skills at each level of each competence
            expected = sum(p * worth for s, p in record["skills"].items() if s.startswith(name))
            assert one["pix"] == pytest.approx(expected)
            assert one["estimate"] == pytest.approx(one["pix"] / 8)
    levels = [np.mean([c["estimate"] for c in r["competences"].values()]) for r in records]
    assert levels == sorted(levels)  # the students of this file are better and better


def test_what_is_written_as_asked_is_what_the_student_would_answer(tmp_path: Path) -> None:
    [record, *_] = _replayed(tmp_path, "--length", "10")
    answers = _students()[0]["answers"]
    assert all(answers[item] == right for item, right in record["asked"])
    assert len({item[:-1] for item, _ in record["asked"]}) == 10


def test_the_same_seed_gives_the_same_file_but_for_the_times(tmp_path: Path) -> None:
    def run(seed: str) -> list[Any]:
        return [record["asked"] for record in _replayed(tmp_path, "--seed", seed)]

    assert run("3") == run("3")
    assert run("3") != run("4")


def test_bare_students_do_not_depend_on_the_order_of_the_file(tmp_path: Path) -> None:
    forward = {r["student"]: r["asked"] for r in _replayed(tmp_path, "--bare", "--length", "9")}
    turned = _replayed(tmp_path, "--bare", "--length", "9", students=_students()[::-1])
    assert forward == {record["student"]: record["asked"] for record in turned}


@pytest.mark.parametrize("given", [("--competence", "1.2"), ("--competence", "1.2", "4.3")])
def test_only_the_competences_named_are_asked_and_reported(
    tmp_path: Path, given: tuple[str, ...]
) -> None:
    [record, *_] = _replayed(tmp_path, *given, "--length", "5")
    assert set(record["competences"]) == set(given[1:])
    assert {item.split("-")[0] for item, _ in record["asked"]} == set(given[1:])


def test_without_a_length_the_stop_rule_decides(tmp_path: Path) -> None:
    lengths = {len(record["asked"]) for record in _replayed(tmp_path)}
    assert 6 <= min(lengths) <= max(lengths) <= 40


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"level": 9}, "skills[1].level: 9 is not between 1 and 8"),
        ({"level": True}, "skills[1].level: a whole number is expected"),
        ({"competence": "4.3"}, "skills[1].topic: '1.1-a' is already a topic of '1.1'"),
        ({"id": "1.1-a1"}, "skills[1].id: '1.1-a1' is given twice"),
        ({"topic": ""}, "skills[1].topic: a non-empty string is expected"),
        ({"level": 10**400}, "skills[1].level: 1000"),
        ({"level": float("nan")}, "skills[1].level: a whole number is expected"),
        ({"id": "\ud800"}, "skills[1].id: half a character is not text"),
    ],
)
def test_a_bad_skill_is_named_with_its_line(
    tmp_path: Path, change: dict[str, Any], named: str
) -> None:
    skills = [SKILLS[0], SKILLS[1] | change, *SKILLS[2:]]
    result = _run(tmp_path, skills=skills)
    assert result.exit_code == 1
    assert f"line 4: {named}" in result.output
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"skill": "nothing"}, "challenges[0].skill: 'nothing' is not a known skill"),
        ({"format": "essay"}, "challenges[0].format: 'essay' is not one of choice"),
        ({"guess": 1.5}, "challenges[0].guess: 1.5 is not between 0 and 0.99"),
        ({"guess": 0.6, "slip": 0.5}, "challenges[0].guess: guess and slip must leave room"),
        ({"discrimination": "2"}, "challenges[0].discrimination: a number is expected"),
        ({"difficulty": -40}, "challenges[0].difficulty: -40 is not between"),
        ({"options": 1}, "challenges[0].options: 1 is not between"),
        ({"difficulty": float("inf")}, "challenges[0].difficulty: a number is expected"),
        ({"difficulty": 10**400}, "challenges[0].difficulty: 1000"),
    ],
)
def test_a_bad_challenge_is_named(tmp_path: Path, change: dict[str, Any], named: str) -> None:
    result = _run(tmp_path, challenges=[CHALLENGES[0] | change, *CHALLENGES[1:]])
    assert result.exit_code == 1
    assert named in result.output


def test_a_missing_field_and_every_other_fault_are_named_at_once(tmp_path: Path) -> None:
    skills = [{k: v for k, v in SKILLS[0].items() if k != "level"}, 7, *SKILLS[1:]]
    result = _run(tmp_path, skills=skills)
    assert "skills[0].level: is missing" in result.output
    assert "skills[1]: an object is expected" in result.output
    assert "is given twice" not in result.output


def test_faults_between_elements_are_named_with_those_inside_them(tmp_path: Path) -> None:
    skills = [SKILLS[0] | {"level": 9}, SKILLS[1] | {"competence": "4.3"}, *SKILLS[2:]]
    challenges = [CHALLENGES[0] | {"skill": "nothing"}, *CHALLENGES[1:]]
    result = _run(tmp_path, skills=skills, challenges=challenges)
    assert "skills[0].level: 9 is not between" in result.output
    assert "skills[1].topic: '1.1-a' is already a topic of '1.1'" in result.output
    assert "challenges[0].skill: 'nothing' is not a known skill" in result.output


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"skills": [}', "line 1: (document)"),
        ("[]", "line 1: (document): { is expected"),
        ('{"skills": [],\n "challenges": 3}', "line 2: challenges: a non-empty list is expected"),
        ('{"skills": []} x', "there is something after the end"),
        ("", "line 1: (document): { is expected"),
        ('{"skills": [],\n"skills": []}', "line 2: skills: is given twice"),
        ('{"skills": [{"id": "a", "id": "b"}]}', "line 1: skills[0].id: is given twice"),
        ('\n{"skills": ' + "[" * 100_000, "line 2: (document): it is nested too deeply"),
        ('{"skills": [\n1' + "0" * 5000, "line 2: (document): a number has too many digits"),
    ],
)
def test_a_bank_that_is_no_bank_is_refused(tmp_path: Path, text: str, named: str) -> None:
    result = _run(tmp_path, bank=text)
    assert result.exit_code == 1
    assert named in result.output


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("nonsense", "line 5: (document)"),
        ('{"answers": {}}', "line 5: student: is missing"),
        ('{"student": "x"}', "line 5: answers: is missing"),
        ('{"student": "x", "answers": []}', "line 5: answers: an object is expected"),
        ('{"student": "x", "answers": {}}', "line 5: answers.1.1-a1x: is missing"),
        ('{"student": "x", "answers": {"no": 1}}', "line 5: answers.no: is not a known challenge"),
        ('{"student": "x", "answers": {"1.1-a1x": 2}}', "answers.1.1-a1x: 0 or 1 is expected"),
        ('{"student": "x", "answers": {"1.1-a1x": true}}', "answers.1.1-a1x: 0 or 1 is expected"),
        ("[]", "line 5: (line): an object is expected"),
        ('{"student": "x", "answers": {"1.1', "line 5: (document): Unterminated string"),
        ('{"student": "x", "answers": {"1.1-a1x": NaN}}', "answers.1.1-a1x: 0 or 1 is expected"),
        ('{"student": "x", "student": "y", "answers": {}}', "line 5: student: is given twice"),
        ('{"student": "x", "answers": {"no": 1, "no": 0}}', "answers.no: is given twice"),
        ('{"student": "\\ud800", "answers": {}}', "line 5: student: half a character is not text"),
        ("[" * 100_000, "line 5: (document): it is nested too deeply"),
        ("1" * 5000, "line 5: (document): a number has too many digits"),
        ('{"student": "x"} {}', "line 5: (document): there is something after the end"),
    ],
)
def test_a_bad_student_is_named_and_nothing_is_written(
    tmp_path: Path, line: str, named: str
) -> None:
    (tmp_path / "out.jsonl").write_text("before")
    result = _run(tmp_path, extra=line)
    assert result.exit_code == 1
    assert named in result.output
    assert (tmp_path / "out.jsonl").read_text() == "before"


def test_every_missing_answer_is_named_until_there_are_too_many(tmp_path: Path) -> None:
    two = {key: 1 for key in _students()[0]["answers"] if key not in ("1.1-a1x", "4.3-b7y")}
    output = _run(tmp_path, extra=json.dumps({"student": "x", "answers": two})).output
    for item in ("1.1-a1x", "4.3-b7y"):
        assert f"line 5: answers.{item}: is missing" in output
    many = _run(tmp_path, extra='{"student": "x", "answers": {}}\n' * 3).output
    assert len(many.splitlines()) == 101
    assert many.splitlines()[-1].endswith("line 6: (document): there are more faults, from here on")


def test_a_file_without_students_is_refused(tmp_path: Path) -> None:
    result = _run(tmp_path, raw=b"\n\n")
    assert result.exit_code == 1
    assert "r.jsonl: line 1: (document): a student is expected" in result.output


def test_a_file_that_is_not_text_is_refused_with_its_line(tmp_path: Path) -> None:
    result = _run(tmp_path, raw=b'\n\n{"student": "\xe9"}')
    assert result.exit_code == 1
    assert "r.jsonl: line 3: (document): this is not UTF-8 text" in result.output


def test_files_as_other_systems_write_them_are_read(tmp_path: Path) -> None:
    lines = [json.dumps(one).encode() for one in _students()]
    result = _run(tmp_path, "--length", "2", raw=b"\xef\xbb\xbf" + b"\r\n".join(lines))
    assert result.exit_code == 0, result.output
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 4


def test_what_is_written_to_a_device_leaves_it_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    result = _run(tmp_path, "--length", "2", students=_students()[:1])
    assert result.exit_code == 0, result.output
    assert json.loads(os.read(end, 100_000))["student"] == "s0"
    os.close(end)
    assert pipe.is_fifo()


def test_a_student_given_twice_is_refused(tmp_path: Path) -> None:
    result = _run(tmp_path, students=[*_students(), _students()[0]])
    assert "line 5: student: 's0' is given twice" in result.output


def test_an_unknown_competence_is_refused(tmp_path: Path) -> None:
    result = _run(tmp_path, "--competence", "9.9")
    assert result.exit_code == 1
    assert "'9.9' is not in the bank" in result.output


def test_bad_usage_exits_with_two(tmp_path: Path) -> None:
    assert _run(tmp_path, "--length", "0").exit_code == 2
    assert _run(tmp_path, "stray").exit_code == 2


def _students() -> list[dict[str, Any]]:
    def answers(ability: float) -> dict[str, int]:
        level = {skill["id"]: float(str(skill["level"])) for skill in SKILLS}
        return {str(c["id"]): int(level[c["skill"]] <= ability) for c in CHALLENGES}

    return [
        {"student": f"s{n}", "answers": answers(ability)} for n, ability in enumerate((1, 3, 4, 6))
    ]


def _replayed(
    folder: Path, *options: str, students: Iterable[dict[str, Any]] | None = None
) -> list[dict[str, Any]]:
    result = _run(folder, *options, students=students)
    assert result.exit_code == 0, result.output
    lines = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _run(
    folder: Path,
    *options: str,
    bank: str | None = None,
    skills: list[Any] | None = None,
    challenges: list[Any] | None = None,
    students: Iterable[dict[str, Any]] | None = None,
    extra: str = "",
    raw: bytes | None = None,
) -> Result:
    rows = (
        ",\n".join(json.dumps(row) for row in part)
        for part in (skills or SKILLS, challenges or CHALLENGES)
    )
    text = '{{"skills":\n[\n{}],\n"challenges": [\n{}]}}'.format(*rows)
    (folder / "bank.json").write_text(bank if bank is not None else text)
    lines = [json.dumps(one) for one in students or _students()]
    text = "\n".join([*lines, extra]) + "\n"
    (folder / "r.jsonl").write_bytes(text.encode() if raw is None else raw)
    paths = [
        f"--{name}={folder / file}"
        for name, file in (("bank", "bank.json"), ("responses", "r.jsonl"), ("out", "out.jsonl"))
    ]
    return CliRunner().invoke(group, ["replay", *paths, *options])
