"""Reads outside answers; all or nothing, with the faults."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import Flags, ItemBank
from webapp.engine.replay.checks import Fields
from webapp.engine.replay.positions import Element
from webapp.engine.replay.problems import BadInput, Problem

ENOUGH = 100  # faults are named, no more


@dataclass(frozen=True)
class Student:
    """An outside student: `right` says what they would answer to each item of the bank."""

    id: str
    right: Flags


def read_students(lines: Iterable[str], bank: ItemBank, needed: Flags) -> list[Student]:
    """The students of a JSON Lines document; blank lines are skipped.

    `needed` says which items must have an answer. BadInput with the faults.
    """
    problems: list[Problem] = []
    students: dict[str, Student] = {}
    required = [bank.items.ids[place] for place in np.flatnonzero(needed).tolist()]
    for number, line in enumerate(lines, start=1):
        student = _student(line, number, bank, required, problems) if line.strip() else None
        if student is not None and student.id in students:
            problems.append(Problem(number, "student", f"{student.id!r} is given twice"))
        elif student is not None:
            students[student.id] = student
        if len(problems) >= ENOUGH:
            break
    if problems:
        raise BadInput(problems[:ENOUGH])
    return list(students.values())


def _student(
    line: str, number: int, bank: ItemBank, required: list[str], problems: list[Problem]
) -> Student | None:
    try:
        element = Element(json.loads(line), number, "")
    except json.JSONDecodeError as error:
        problems.append(Problem(number, "(document)", error.msg))
        return None
    before = len(problems)
    fields = Fields(element, problems)
    name, answers = fields.text("student"), fields.mapping("answers")
    if len(problems) > before:
        return None
    right = np.zeros(len(bank.items.ids), dtype=np.bool_)
    for item, answer in answers.items():
        if item not in bank.item_index:
            fields.refuse(f"answers.{item}", "is not a known challenge")
        elif type(answer) is not int or answer not in (0, 1):
            fields.refuse(f"answers.{item}", "0 or 1 is expected")
        else:
            right[bank.item_index[item]] = answer
    missing = [item for item in required if item not in answers]
    if missing:
        fields.refuse(f"answers.{missing[0]}", f"is missing (of {len(missing)} missing)")
    return Student(name, right)
