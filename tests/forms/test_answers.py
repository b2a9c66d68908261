"""What a form posts, read once: only the fields of the question, cut to a sensible size."""

from typing import Any

import pytest

from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    NoResponse,
    Number,
    Option,
    Ordering,
    Response,
    Text,
)
from webapp.forms.answers import AnswerForm, answer_fields, field_names
from webapp.forms.drafts import DraftForm

TWO = (Option("bcdf", "Un"), Option("ghjk", "Deux"))
KINDS: list[tuple[Response, tuple[str, ...]]] = [
    (Choice(TWO), ("choice",)),
    (Choices(TWO), ("choices",)),
    (Text(), ("answer",)),
    (Number(), ("answer",)),
    (Blanks((Blank("a", "A", Text()), Blank("b", "B", Number()))), ("blank-a", "blank-b")),
    (Ordering(TWO), ("order",)),
    (Matching(TWO, TWO), ("match-bcdf", "match-ghjk")),
    (NoResponse(), ()),
]


@pytest.mark.parametrize(("response", "names"), KINDS)
def test_each_kind_has_its_own_fields(response: Response, names: tuple[str, ...]) -> None:
    assert field_names(response) == names
    everything = {name: ["x"] for name in (*names, "key", "csrf_token", "other")}
    assert tuple(answer_fields(everything, response)) == names


@pytest.mark.parametrize(("response", "_names"), KINDS)
def test_a_pass_asks_for_nothing(response: Response, _names: tuple[str, ...]) -> None:
    assert AnswerForm.parse({"action": ["skip"]}, response) == AnswerForm({}, skipped=True)


def test_an_answer_is_a_value_or_problems_never_both() -> None:
    good = AnswerForm.parse(
        {"answer": [" 12 images "], "action": ["submit"]}, Number(unit="images")
    )
    assert (good.value, good.problems) == (12, ())
    bad = AnswerForm.parse({"answer": ["douze"], "action": ["submit"]}, Number())
    assert bad.value is None
    assert [problem.field for problem in bad.problems] == ["answer"]
    assert bad.fields == {"answer": ["douze"]}


def test_a_flood_is_cut_before_it_is_kept() -> None:
    posted = {"choices": ["x" * 10_000] * 1_000}
    fields = answer_fields(posted, Choices(TWO))
    assert (len(fields["choices"]), len(fields["choices"][0])) == (100, 2_000)


@pytest.mark.parametrize(
    ("posted", "revision"), [("7", 7), ("", 0), ("-1", 0), ("7.5", 0), ("x", 0), ("²", 0)]
)
def test_a_revision_is_a_number_or_the_oldest(posted: str, revision: int) -> None:
    form = DraftForm.parse({"revision": [posted], "answer": ["1"]}, Number())
    assert (form.revision, form.fields, form.move) == (revision, {"answer": ["1"]}, "")


def test_a_move_comes_with_its_order() -> None:
    posted: dict[str, Any] = {"order": ["bcdf", "ghjk"], "move": ["down:bcdf"]}
    form = DraftForm.parse(posted, Ordering(TWO))
    assert (form.fields, form.move) == ({"order": ["bcdf", "ghjk"]}, "down:bcdf")
