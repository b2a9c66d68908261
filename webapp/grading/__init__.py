"""Grading: an answer is read from a form, judged, and said in words. Pure.

value = grading.read(variant.response, fields)      Unreadable (422) costs nothing
grading.verdict(variant, value, state)               right, or which known mistake
"""

from webapp.grading.judging import parts, right_answer, verdict, wrong_answers
from webapp.grading.kinds import described, fields_of, from_json, read, to_json
from webapp.grading.ordering import moved
from webapp.grading.problems import NOT_SENT, Problem, Unreadable
from webapp.grading.text import EXAMPLES

__all__ = [
    "EXAMPLES",
    "NOT_SENT",
    "Problem",
    "Unreadable",
    "described",
    "fields_of",
    "from_json",
    "moved",
    "parts",
    "read",
    "right_answer",
    "to_json",
    "verdict",
    "wrong_answers",
]
