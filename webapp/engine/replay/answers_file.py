"""Reads outside tests already taken; all or nothing, with the faults."""

import json
from collections.abc import Iterable
from typing import Any, get_args

from webapp.domain.verdict import Outcome
from webapp.engine.bank import ItemBank
from webapp.engine.calibration.evidence import Record
from webapp.engine.replay.checks import Fields
from webapp.engine.replay.positions import Element
from webapp.engine.replay.problems import BadInput, Problem
from webapp.engine.replay.students_file import ENOUGH
from webapp.engine.state import Step

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def read_answers(lines: Iterable[str], bank: ItemBank) -> list[Record]:
    """The tests of a JSON Lines document: {"student", "steps": [[challenge, outcome], …]}.

    `group`, 0 or 1, may say which of two groups the student is of. Blank lines are skipped.
    BadInput with the faults.
    """
    problems: list[Problem] = []
    records: list[Record] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            records.append(_record(line, number, bank, problems))
        if len(problems) >= ENOUGH:
            break
    if problems:
        raise BadInput(problems[:ENOUGH])
    return records


def _record(line: str, number: int, bank: ItemBank, problems: list[Problem]) -> Record:
    try:
        element = Element(json.loads(line), number, "")
    except json.JSONDecodeError as error:
        problems.append(Problem(number, "(document)", error.msg))
        return Record(())
    fields = Fields(element, problems)
    fields.text("student")
    steps = [_step(fields, place, one, bank) for place, one in enumerate(fields.sequence("steps"))]
    group = fields.optional_whole("group", 0, 1)
    return Record(tuple(step for step in steps if step), group or 0)


def _step(fields: Fields, place: int, value: Any, bank: ItemBank) -> Step | None:
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
        fields.refuse(f"steps[{place}]", "a challenge and an outcome are expected")
        return None
    item, outcome = value
    if item not in bank.item_index:
        fields.refuse(f"steps[{place}]", f"{item!r} is not a known challenge")
    elif outcome not in OUTCOMES:
        fields.refuse(f"steps[{place}]", f"{outcome!r} is not one of {', '.join(OUTCOMES)}")
    else:
        return Step(item, outcome)
    return None
