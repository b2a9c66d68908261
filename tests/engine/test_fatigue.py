"""Those who stop trying are seen, and only they."""

import numpy as np

from tests.engine.banks import SIXTEEN, ladder_bank
from webapp.engine import fatigue, prior, randomness, reporting, selection, state
from webapp.engine.scope import Scope
from webapp.engine.state import State

BANK = ladder_bank(SIXTEEN, topics=4)


def test_twenty_failures_nobody_expected_are_somebody_who_gave_up() -> None:
    point = fatigue.stopped_trying(_tested(ability=0.8, tries=30, questions=50))
    assert point is not None
    assert 27 <= point <= 33


def test_the_report_is_that_of_the_answers_before() -> None:
    gave_up = _tested(ability=0.8, tries=30, questions=50)
    point = fatigue.stopped_trying(gave_up)
    before = state.replayed(BANK, gave_up.scope, gave_up.steps[:point], prior.STANDARD)
    assert reporting.report(gave_up) == reporting.report(before)


def test_those_who_try_are_never_said_to_have_stopped() -> None:
    for ability in np.linspace(-2, 2, 15):
        assert fatigue.stopped_trying(_tested(float(ability), tries=50, questions=50)) is None


def test_a_short_test_says_nothing_of_it() -> None:
    assert fatigue.stopped_trying(_tested(ability=0.8, tries=0, questions=10)) is None


def test_technical_failures_are_not_giving_up() -> None:
    now = _tested(ability=0.8, tries=20, questions=20)
    for item in BANK.items.ids[::3][:20]:
        now = now.after(item, "technical")
    assert fatigue.stopped_trying(now) is None


def _tested(ability: float, *, tries: int, questions: int) -> State:
    """A student of this ability everywhere, who tries at first, then only passes by."""
    now = state.initial(BANK, Scope.of(BANK), prior.STANDARD)
    chance = np.random.default_rng(round(1000 * ability) % 997)
    for position in range(questions):
        chosen = selection.next_item(now, chance=randomness.chance(b"x", "fatigue", position))
        assert chosen is not None
        place = BANK.item_index[chosen.item_id]
        known = 1 / (1 + np.exp(-1.5 * (ability - BANK.items.difficulty[place])))
        right = position < tries and chance.random() < 0.95 * known
        now = now.after(chosen.item_id, "right" if right else "wrong")
    return now
