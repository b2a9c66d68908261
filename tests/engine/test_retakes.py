"""A second test of the same student."""

import numpy as np
import pytest

from tests.engine.banks import SIXTEEN, ladder_bank
from webapp.engine import prior, retakes, state, stopping
from webapp.engine.bank import ItemBank
from webapp.engine.scope import Scope
from webapp.engine.state import State

BANK = ladder_bank(SIXTEEN[:4])


def test_on_the_same_day_everything_is_kept() -> None:
    first = _tested(BANK)
    belief = retakes.carried(first, first.scope, years=0, population=prior.STANDARD)
    alive = slice(first.belief.first, first.belief.first + len(first.belief.log_weights))
    assert np.allclose(belief.mean[alive], first.belief.mean)
    assert np.allclose(belief.covariance[alive], first.belief.covariance)
    assert np.allclose(belief.weights[alive], first.belief.weights, atol=0.005)


def test_after_a_long_time_nearly_nothing_is() -> None:
    first = _tested(BANK)
    belief = retakes.carried(first, first.scope, years=60, population=prior.STANDARD)
    assert np.abs(belief.mean).max() < 1e-6
    assert np.allclose(belief.covariance, BANK.covariance)
    assert np.allclose(belief.log_weights, 0, atol=1e-6)


def test_a_year_later_the_student_is_better_known_than_a_stranger_and_worse_than_before() -> None:
    first = _tested(BANK)
    belief = retakes.carried(first, first.scope, years=1, population=prior.STANDARD)
    again = state.begun(BANK, first.scope, belief)
    stranger = state.initial(BANK, first.scope, prior.STANDARD)
    sds = [stopping.worst_sd(one.belief) for one in (first, again, stranger)]
    assert sds == sorted(sds)
    assert sds[0] < sds[1] < sds[2]


def test_a_finished_tutorial_raises_its_topic_a_little_and_widens_it() -> None:
    first = _tested(BANK)
    plain = retakes.carried(first, first.scope, years=0.1)
    taught = retakes.carried(first, first.scope, years=0.1, tutorials=["1.2-t0", "1.2-t0"])
    place = BANK.topics.index("1.2-t0")
    assert np.allclose(taught.mean[:, place] - plain.mean[:, place], retakes.LESSON_GAIN)
    gained = taught.covariance[:, place, place] - plain.covariance[:, place, place]
    assert np.allclose(gained, retakes.LESSON_SPREAD**2)


def test_the_second_test_may_have_another_scope_and_is_replayed_from_there() -> None:
    first = _tested(BANK)
    practice = Scope.of(BANK, {"1.1-t0": 5})
    belief = retakes.carried(first, practice, years=0.2)
    kept = state.begun(BANK, practice, belief).after("1.1-t0-3x", "right")
    again = state.replayed(BANK, practice, kept.steps, beginning=belief)
    assert np.array_equal(kept.belief.mean, again.belief.mean)
    assert np.allclose(practice.projection @ kept.belief.covariance, kept.belief.projected)


def test_time_does_not_go_backwards() -> None:
    with pytest.raises(ValueError, match="after the test"):
        retakes.carried(_tested(BANK), Scope.of(BANK), years=-1)


def _tested(bank: ItemBank) -> State:
    now = state.initial(bank, Scope.of(bank), prior.STANDARD)
    for place, item in enumerate(bank.items.ids[::3]):
        now = now.after(item, "right" if place % 3 else "wrong")
    return now
