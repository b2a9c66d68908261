"""What holds of every variant, whatever its kind."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.grading.variants import variants
from webapp import grading
from webapp.domain.responses import Choices, Number, Text
from webapp.domain.variant import Variant

anything = st.text() | st.text(st.characters(), max_size=20) | st.text("0123456789,. '€%h:/-+=<>@")


@given(variants())
def test_the_right_answer_is_right(variant: Variant) -> None:
    assert grading.verdict(variant, grading.right_answer(variant)).correct


@given(variants())
def test_every_named_mistake_is_found_and_never_right(variant: Variant) -> None:
    found = {
        name: grading.verdict(variant, value) for name, value in grading.wrong_answers(variant)
    }
    assert all(not verdict.correct for verdict in found.values())
    assert {name: verdict.mistake for name, verdict in found.items()} == {
        name: name for name in variant.mistakes
    }


@given(variants())
def test_an_answer_with_parts_is_right_when_all_of_them_are(variant: Variant) -> None:
    for value in _answers(variant):
        parts = grading.parts(variant, value)
        assert not parts or all(parts) == grading.verdict(variant, value).correct


@given(variants())
def test_what_a_form_posts_reads_back_as_the_same_answer(variant: Variant) -> None:
    for value in _answers(variant):
        posted = grading.fields_of(variant.response, value)
        assert grading.read(variant.response, _as_posted(posted)) == value


@given(variants())
def test_an_answer_goes_to_json_and_back(variant: Variant) -> None:
    for value in _answers(variant):
        stored = json.loads(json.dumps(grading.to_json(value)))
        assert grading.from_json(variant.response, stored) == value
        assert grading.to_json(grading.from_json(variant.response, stored)) == stored


@given(variants())
def test_every_answer_can_be_said_in_words(variant: Variant) -> None:
    for value in _answers(variant):
        lines = grading.described(variant.response, value)
        assert lines
        assert all(line.strip() for line in lines)


@given(variants(), st.data())
def test_whatever_is_posted_is_read_or_refused_with_a_sentence(
    variant: Variant, data: st.DataObject
) -> None:
    names = list(grading.fields_of(variant.response, grading.right_answer(variant)))
    posted = {name: data.draw(st.lists(anything, max_size=3)) for name in names}
    _read_or_refused(variant, posted)


@given(st.sampled_from(["words", "exact", "address", "time", "date"]), anything, anything)
def test_any_text_is_read_judged_and_said_without_a_crash(
    reading: Any, typed: str, expected: str
) -> None:
    variant = Variant({}, Text(reading=reading), [expected])
    _read_or_refused(variant, {"answer": [typed]})


@given(st.sampled_from(["", "%", "€", "Mo", "°C"]), anything)
def test_any_text_is_a_number_or_refused_without_a_crash(unit: str, typed: str) -> None:
    _read_or_refused(Variant({}, Number(unit=unit), [12]), {"answer": [typed]})


@given(variants(), st.text(min_size=501, max_size=600))
def test_a_huge_field_is_refused_with_a_sentence(variant: Variant, huge: str) -> None:
    right = grading.fields_of(variant.response, grading.right_answer(variant))
    for name in right:
        with pytest.raises(grading.Unreadable) as refused:
            grading.read(variant.response, _as_posted(right) | {name: [huge]})
        assert [problem.field for problem in refused.value.problems] == [name]


def _answers(variant: Variant) -> list[Any]:
    """The right answer, and those of the mistakes; a form cannot post an empty set of ticks."""
    found = [grading.right_answer(variant), *(value for _, value in grading.wrong_answers(variant))]
    return [value for value in found if value or not isinstance(variant.response, Choices)]


def _as_posted(fields: Mapping[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in fields.items()}


def _read_or_refused(variant: Variant, posted: Mapping[str, list[str]]) -> None:
    try:
        value = grading.read(variant.response, posted)
    except grading.Unreadable as refused:
        return _check_refusal(refused, posted)
    grading.verdict(variant, value)
    assert grading.described(variant.response, value)
    assert json.dumps(grading.to_json(value))
    return None


def _check_refusal(refused: grading.Unreadable, posted: Mapping[str, list[str]]) -> None:
    assert refused.problems
    assert all(problem.field in posted for problem in refused.problems)
    assert all(problem.message.endswith(".") for problem in refused.problems)
    assert refused.message.endswith(grading.NOT_SENT)
