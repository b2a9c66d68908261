"""Every draw of every challenge can be solved and failed, and none gives its answer away.

Nobody edits a list to add a challenge: the bank is the list.
"""

import json

import pytest

from tests.bank.catalogue import catalog, question, questions
from webapp import grading
from webapp.content.leaks import reasons
from webapp.content.tells import tells
from webapp.domain import challenge as challenges
from webapp.domain.responses import NoResponse
from webapp.domain.verdict import Verdict

pytestmark = pytest.mark.bank
KEPT = 64 * 1024  # octets of a stored question at most

every_challenge = pytest.mark.parametrize("challenge", list(catalog().challenges))


@every_challenge
def test_the_right_answer_is_right_and_can_be_posted(challenge: str, draws: int) -> None:
    for seed in range(draws):
        variant = question(challenge, seed).variant
        right = grading.right_answer(variant)
        assert grading.verdict(variant, right) == Verdict(correct=True), f"seed {seed}"
        if not isinstance(variant.response, NoResponse):
            posted = _posted(grading.fields_of(variant.response, right))
            assert grading.read(variant.response, posted) == right, f"seed {seed}"


@every_challenge
def test_each_named_mistake_is_found_and_has_its_sentence(challenge: str, draws: int) -> None:
    for seed in range(draws):
        asked = question(challenge, seed)
        for mistake, value in grading.wrong_answers(asked.variant):
            found = grading.verdict(asked.variant, value)
            assert found == Verdict(correct=False, mistake=mistake), f"seed {seed}"
            assert asked.explanation.mistakes[mistake].strip(), f"seed {seed}: {mistake}"


@every_challenge
def test_nothing_is_right_before_anything_is_done(challenge: str, draws: int) -> None:
    for seed in range(draws):
        variant = question(challenge, seed).variant
        if isinstance(variant.response, NoResponse):
            assert not grading.verdict(variant, []).correct, f"seed {seed}"
            continue
        with pytest.raises(grading.Unreadable):
            grading.read(variant.response, {})


@every_challenge
def test_the_answer_is_not_visible(challenge: str, draws: int) -> None:
    shown = {
        f"seed {seed}: {why}" for seed in range(draws) for why in reasons(question(challenge, seed))
    }
    assert shown == set()


@every_challenge
def test_many_draws_together_tell_nothing_either(challenge: str, draws: int) -> None:
    assert list(tells(questions(challenge, draws))) == []


@every_challenge
def test_a_question_is_stored_whole_in_little_and_comes_back_equal(
    challenge: str, draws: int
) -> None:
    for seed in range(draws):
        asked = question(challenge, seed)
        stored = json.dumps(challenges.to_json(asked), ensure_ascii=False)
        assert len(stored.encode()) <= KEPT, f"seed {seed}: {len(stored.encode())} octets"
        assert challenges.from_json(json.loads(stored)) == asked, f"seed {seed}"


def _posted(fields: dict[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in fields.items()}
