"""Whether a student still tries, followed from answer to answer."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.banks import SIXTEEN, ladder_bank
from webapp.domain.verdict import Outcome
from webapp.engine import prior, selection, state, trying
from webapp.engine.scope import Scope
from webapp.engine.state import State

STOPS = trying.stopping(0.02)
CHANCES = st.floats(0.05, 0.95)


@given(
    st.lists(st.tuples(CHANCES, st.floats(0.001, 0.5), st.sampled_from(["right", "wrong"]))),
)
def test_a_doubt_is_a_probability_and_what_is_foreseen_lies_between_both_stories(
    answers: list[tuple[float, float, str]],
) -> None:
    doubt = STOPS
    for chance, guess, outcome in answers:
        told = trying.foreseen(chance, guess, doubt)
        assert min(chance, guess) - 1e-12 <= told <= max(chance, guess) + 1e-12
        doubt = _after(doubt, chance, guess, "right" if outcome == "right" else "wrong")
        assert 0 < doubt < 1


def test_a_failure_raises_the_doubt_a_success_lowers_it_and_a_failure_of_ours_changes_nothing() -> (
    None
):
    after = [_after(0.1, 0.6, 0.05, one) for one in ("wrong", "technical", "right")]
    assert after[0] > after[1] > after[2]
    assert after[1] == pytest.approx(0.1, abs=0.01)
    assert _after(0.1, 0.6, 0.05, "skipped") == after[0]


def test_a_long_run_of_failures_makes_failures_foreseen() -> None:
    now = _failing(_start(), 25)
    assert now.doubt > 0.5
    lately = zip(now.foreseen[-8:], now.probabilities[-8:], strict=True)
    assert min(told / trying_ for told, trying_ in lately) < 0.7  # what is guessed stays likely
    assert len(now.foreseen) == len(now.probabilities) == len(now.steps)


def test_where_success_falls_short_students_are_doubted_sooner() -> None:
    assert 0 < trying.stopping(0.0) < trying.stopping(0.02) < 0.01
    trusting = _failing(_start(shortfall=0.0), 25)
    assert trusting.doubt < _failing(_start(), 25).doubt


def test_one_success_on_what_is_hardly_ever_guessed_takes_the_doubt_away() -> None:
    assert _after(0.9, 0.5, 0.01, "right") < 0.2
    assert _after(0.9, 0.5, 0.25, "right") > 0.6


def test_somebody_who_seems_to_click_is_asked_what_they_may_still_get_right() -> None:
    tired, fresh = _failing(_start(), 25), _start()
    guesses = [np.mean([_guess(now, seed) for seed in range(20)]) for now in (tired, fresh)]
    assert guesses[0] > guesses[1]


def _after(doubt: float, chance: float, guess: float, outcome: Outcome) -> float:
    return trying.doubt_after(doubt, chance, guess, outcome, stops=STOPS)


def _guess(now: State, seed: int) -> float:
    found = selection.next_item(now, chance=np.random.default_rng(seed).random())
    assert found is not None
    return float(now.bank.items.guess[_place(now, found.item_id)])


def _place(now: State, item: str) -> int:
    return now.bank.item_index[item]


def _start(shortfall: float = 0.02) -> State:
    bank = replace(ladder_bank(SIXTEEN[:6], topics=4), shortfall=shortfall)
    return state.initial(bank, Scope.of(bank), prior.STANDARD)


def _failing(now: State, count: int) -> State:
    for seed in range(count):
        found = selection.next_item(now, chance=np.random.default_rng(seed).random())
        assert found is not None
        now = now.after(found.item_id, "wrong")
    return now
