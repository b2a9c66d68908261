"""Reads outside tests already taken; all or nothing, with the faults."""

from collections.abc import Iterable
from typing import Any, get_args

from webapp.domain.verdict import Outcome
from webapp.engine.bank import ItemBank
from webapp.engine.calibration.evidence import Record
from webapp.engine.replay import lines as json_lines
from webapp.engine.replay.checks import Fields
from webapp.engine.replay.problems import Problem
from webapp.engine.state import Step

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def read_answers(lines: Iterable[str], bank: ItemBank, *, least: int = 0) -> list[Record]:
    """The tests of a JSON Lines document: {"student", "steps": [[challenge, outcome], …]}.

    `group`, 0 or 1, may say which of two groups the student is of. Blank lines are skipped.
    BadInput with the faults; fewer than `least` tests are one.
    """
    problems: list[Problem] = []
    records: list[Record] = []
    last = 1
    for number, fields in json_lines.fields_of(lines, problems):
        records.append(_record(fields, bank))
        last = number
    if len(records) < least and not problems:
        reason = f"at least {least} tests are needed, not {len(records)}"
        problems.append(Problem(last, "(document)", reason))
    json_lines.refuse_faults(problems)
    return records


def _record(fields: Fields, bank: ItemBank) -> Record:
    fields.text("student")
    steps: list[Step] = []
    answered: set[str] = set()
    for place, value in enumerate(fields.sequence("steps")):
        step = _step(fields, place, value, bank)
        if step and step.item_id in answered:
            fields.refuse(f"steps[{place}]", f"{step.item_id!r} was already answered in this test")
        elif step:
            steps.append(step)
            answered |= {step.item_id} if step.outcome != "technical" else set()
    return Record(tuple(steps), fields.optional_whole("group", 0, 1) or 0)


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
