"""Answers are read as a person would."""

import pytest

from tests.grading.table import Case, cases
from webapp import grading
from webapp.domain.verdict import Verdict

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_a_typed_answer_is_read_as_a_person_would(case: Case) -> None:
    fields = {"answer": [case.typed]}
    if case.verdict == "unreadable":
        with pytest.raises(grading.Unreadable):
            grading.read(case.variant.response, fields)
        return
    value = grading.read(case.variant.response, fields)
    found = grading.verdict(case.variant, value)
    assert found == Verdict(correct=case.verdict == "right", mistake=case.mistake)


def test_the_table_holds_at_least_two_hundred_cases() -> None:
    assert len({(case.question, case.typed) for case in CASES}) == len(CASES) >= 200
