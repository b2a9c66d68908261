"""When a test ends, and what is said of what is left."""

import numpy as np
import pytest

from tests.engine.banks import SIXTEEN, ladder_bank, tiny_bank
from webapp.engine import prior, progress, randomness, selection, state, stopping
from webapp.engine.bank import ItemBank
from webapp.engine.progress import Remaining
from webapp.engine.scope import Scope
from webapp.engine.state import State


def test_the_budget_ends_a_test_and_a_technical_failure_does_not_use_it() -> None:
    now = _start(tiny_bank())
    first, second, third = now.bank.items.ids[:3]
    now = now.after(first, "technical").after(second, "right")
    assert stopping.stop_reason(now, budget=2) is None
    assert stopping.stop_reason(now.after(third, "skipped"), budget=2) == "budget"


def test_the_end_of_the_hour_ends_it() -> None:
    assert stopping.stop_reason(_start(tiny_bank()), budget=8, seconds_left=0) == "time"
    assert stopping.stop_reason(_start(tiny_bank()), budget=8, seconds_left=1) is None


def test_precision_ends_it_only_with_two_direct_answers_everywhere() -> None:
    now = _start(ladder_bank(["1.1", "1.2"]))
    while stopping.stop_reason(now, budget=99, target=0.9) is None:
        now = _asked(now, "right")
    assert stopping.stop_reason(now, budget=99, target=0.9) == "precision"
    assert now.direct.min() >= stopping.DIRECT_ANSWERS
    assert stopping.worst_sd(now.belief) <= 0.9
    assert stopping.stop_reason(_start(now.bank), budget=99, target=5.0) is None


def test_it_ends_when_the_best_question_would_teach_nothing() -> None:
    now = _start(ladder_bank(SIXTEEN))
    chosen = selection.next_item(now, chance=randomness.chance(b"x", "t", 0))
    assert chosen is not None
    assert not stopping.nothing_left(now, chosen)
    dull = selection.Selection("any", 0.0, 0.5, best_gain=1e-4)
    assert stopping.stop_reason(now, budget=60, selection=dull) is None  # nobody was asked yet
    while stopping.lacking(now).any():
        now = _asked(now, "right")
    assert now.direct.min() >= stopping.DIRECT_ANSWERS
    assert stopping.stop_reason(now, budget=60, selection=dull) == "learned"


def test_a_competence_with_one_question_left_cannot_lack_two_answers() -> None:
    now = _start(tiny_bank())
    while stopping.stop_reason(now, budget=60) is None:
        assert stopping.lacking(now).sum() <= len(now.bank.skills.ids) - len(now.steps)
        now = _asked(now, "right")
    assert not stopping.lacking(now).any()


@pytest.mark.parametrize("target", [None, 0.75])
def test_the_upper_end_of_what_is_left_never_grows_by_more_than_one(target: float | None) -> None:
    now, left = _start(ladder_bank(SIXTEEN)), None
    for answered in range(60):
        if stopping.stop_reason(now, budget=60, target=target):
            break
        before = left
        left = progress.remaining(now, budget=60, answered=answered, target=target, previous=before)
        assert 1 <= left.low <= left.high <= 60 - answered
        assert before is None or left.high <= before.high + 1
        now = _asked(now, "right" if answered % 3 else "wrong")


def test_the_true_number_left_is_nearly_always_inside_the_range() -> None:
    bank = ladder_bank(SIXTEEN[:4], topics=5)
    inside = []
    for student in range(10):
        chance = np.random.default_rng(student)
        ability, now, left, ranges = chance.standard_normal(), _start(bank), None, []
        while stopping.stop_reason(now, budget=40, target=0.6) is None:
            done = len(now.steps)
            left = progress.remaining(now, budget=40, answered=done, target=0.6, previous=left)
            ranges.append(left)
            known = 1 / (1 + np.exp(-1.5 * (ability - _next_difficulty(now))))
            now = _asked(now, "right" if chance.random() < 0.95 * known else "wrong")
        inside += [
            one.low <= len(ranges) - answered <= one.high for answered, one in enumerate(ranges)
        ]
    assert np.mean(inside) >= 0.85


def test_without_a_target_the_number_left_is_known() -> None:
    now = _asked(_start(ladder_bank(SIXTEEN)), "right")
    assert progress.remaining(now, budget=32, answered=1) == Remaining(31, 31, 47)


def test_a_small_bank_cannot_promise_more_questions_than_it_has() -> None:
    now = _start(tiny_bank())
    left = progress.remaining(now, budget=60, answered=0)
    assert left.high == len(now.bank.skills.ids)


def test_near_the_end_of_a_small_bank_the_range_allows_for_nothing_left_to_learn() -> None:
    now = _start(tiny_bank())
    assert progress.remaining(now, budget=60, answered=0).low == stopping.lacking(now).sum()
    while stopping.lacking(now).any():
        now = _asked(now, "right")
    assert progress.remaining(now, budget=60, answered=len(now.steps)).low == 1


def test_the_minutes_left_are_never_more_than_those_of_the_hour() -> None:
    now = _start(ladder_bank(SIXTEEN))
    left = progress.remaining(now, budget=60, answered=0, seconds_left=600)
    assert left.minutes == 10


def _start(bank: ItemBank) -> State:
    return state.initial(bank, Scope.of(bank), prior.STANDARD)


def _next_difficulty(now: State) -> float:
    chosen = selection.next_item(now, chance=randomness.chance(b"x", "test", len(now.steps)))
    assert chosen is not None
    return float(now.bank.items.difficulty[now.bank.item_index[chosen.item_id]])


def _asked(now: State, outcome: str) -> State:
    chance = randomness.chance(b"x", "test", len(now.steps))
    chosen = selection.next_item(now, chance=chance)
    assert chosen is not None
    return now.after(chosen.item_id, "right" if outcome == "right" else "wrong")
