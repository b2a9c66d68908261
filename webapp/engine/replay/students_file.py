"""Reads outside answers; all or nothing, with the faults."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import Flags, ItemBank
from webapp.engine.replay import lines as json_lines
from webapp.engine.replay.checks import Fields
from webapp.engine.replay.problems import Problem


@dataclass(frozen=True)
class Student:
    """An outside student: `right` says what they would answer to each item of the bank."""

    id: str
    right: Flags


def read_students(lines: Iterable[str], bank: ItemBank, needed: Flags) -> list[Student]:
    """The students of a JSON Lines document, of whom there must be one; blank lines are skipped.

    `needed` says which items must have an answer. BadInput with the faults.
    """
    problems: list[Problem] = []
    students: dict[str, Student] = {}
    required = [bank.items.ids[place] for place in np.flatnonzero(needed).tolist()]
    for number, fields in json_lines.fields_of(lines, problems):
        student = _student(fields, bank, required, problems)
        if student is not None and student.id in students:
            problems.append(Problem(number, "student", f"{student.id!r} is given twice"))
        elif student is not None:
            students[student.id] = student
    if not (students or problems):
        problems.append(Problem(1, "(document)", "a student is expected"))
    json_lines.refuse_faults(problems)
    return list(students.values())


def _student(
    fields: Fields, bank: ItemBank, required: list[str], problems: list[Problem]
) -> Student | None:
    before = len(problems)
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
    for item in required:
        if item not in answers:
            fields.refuse(f"answers.{item}", "is missing")
    return Student(name, right)
