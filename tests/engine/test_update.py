"""One answer: what it changes, by how much."""

import math

import numpy as np
import pytest

from tests.engine.banks import SIXTEEN, ladder_bank
from webapp.engine import normal, parameters, prior, state
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.belief import Belief
from webapp.engine.scope import Scope
from webapp.engine.state import State


def test_the_closed_form_is_the_exact_posterior_of_one_answer() -> None:
    bank = _one_item_bank(discrimination=1.7, difficulty=0.4, guess=0.2, slip=0.1)
    before = state.initial(bank, Scope.of(bank), prior.STANDARD)
    after = before.after("i", "right")
    grid = np.linspace(-8, 8, 20001)
    variance = float(before.belief.covariance[0, 0, 0])
    chance = 0.2 + 0.7 * np.array([normal.cdf(1.7 / 1.702 * (z - 0.4)) for z in grid])
    density = np.exp(-grid * grid / (2 * variance)) * chance
    density /= density.sum()
    mean = float((grid * density).sum())
    assert float(after.belief.mean[0, 0]) == pytest.approx(mean, abs=1e-6)
    spread = float(((grid - mean) ** 2 * density).sum())
    assert float(after.belief.covariance[0, 0, 0]) == pytest.approx(spread, abs=1e-6)


def test_an_answer_in_one_competence_moves_the_others_less() -> None:
    now = _start()
    moved = now.after(now.bank.items.ids[0], "right").belief.mean[0]
    areas = np.array([name[0] == "1" for name in SIXTEEN])[list(now.bank.competence_of_topic)]
    own = int(now.bank.items.topic[0])
    assert moved[own] == moved.max()
    same_area = moved[areas].min()
    assert moved[own] > same_area > moved[~areas].max() > 0


def test_not_knowing_lowers_a_topic_much_as_a_wrong_answer_does() -> None:
    now = _start()
    item = now.bank.items.ids[1]
    topic = int(now.bank.items.topic[1])
    wrong = float(now.after(item, "wrong").belief.mean[0, topic])
    skipped = float(now.after(item, "skipped").belief.mean[0, topic])
    assert wrong < 0
    assert abs(skipped - wrong) < 0.4 * abs(wrong)


def test_the_end_of_the_hour_counts_half_and_a_technical_failure_not_at_all() -> None:
    now = _start()
    item = now.bank.items.ids[0]
    means = {
        outcome: float(now.after(item, outcome).belief.mean[0, 0])
        for outcome in ("skipped", "hour_over", "technical")
    }
    assert means["skipped"] < means["hour_over"] < means["technical"] == 0


def test_a_technical_failure_is_not_a_direct_answer_but_its_skill_is_not_asked_again() -> None:
    now = _start()
    after = now.after(now.bank.items.ids[0], "technical")
    assert after.direct.sum() == 0
    assert after.given.sum() == 1
    assert after.asked_skills[now.bank.items.skill[0]]


def test_going_on_from_a_state_leaves_it_as_it_was() -> None:
    before = _start().after("1.1-t0-3x", "right")
    kept = before.belief.moments.copy()
    steps = [state.Step(item, "wrong") for item in before.bank.items.ids[:40]]
    after = state.continued(before, steps)
    assert np.array_equal(before.belief.moments, kept)
    one_by_one = before
    for step in steps:
        one_by_one = one_by_one.after(step.item_id, step.outcome)
    assert np.abs(after.belief.moments - one_by_one.belief.moments).max() <= 1e-12


def test_an_answer_bends_the_covariance_along_the_column_of_its_topic() -> None:
    now = _start()
    for place in range(0, 60, 3):
        item = now.bank.items.ids[place]
        topic = int(now.bank.items.topic[place])
        before, now = now.belief, now.after(item, "right" if place % 2 else "wrong")
        alive = np.arange(len(now.belief.log_weights)) + now.belief.first - before.first
        variance, column = before.variance[alive, topic], before.covariance[alive, :, topic]
        bend = (now.belief.variance[:, topic] - variance) / variance**2
        dense = before.covariance[alive] + np.einsum("s,si,sj->sij", bend, column, column)
        assert np.abs(now.belief.covariance - dense).max() <= 1e-12
        own = now.belief.covariance.diagonal(axis1=1, axis2=2)
        assert np.abs(now.belief.variance - own).max() <= 1e-12
        projected = now.scope.projection @ now.belief.covariance
        assert np.abs(now.belief.projected - projected).max() <= 1e-12


def test_the_weights_find_people_who_know_or_do_not_know() -> None:
    sharp, gentle = (_answered(steepness=one).belief for one in (60.0, 0.6))
    assert _mean_slope(sharp) > 3
    assert _mean_slope(gentle) < 1.8
    assert sharp.weights.sum() == pytest.approx(1)


def test_a_bank_whose_slopes_are_all_declared_needs_one_hypothesis() -> None:
    assert _one_item_bank(discrimination=1.7, difficulty=0, guess=0, slip=0).slopes == 1
    assert ladder_bank(["1.1"]).slopes == len(parameters.SLOPES) > 2


def test_a_slope_that_is_ruled_out_is_dropped() -> None:
    before = _start().belief
    after = _answered(steepness=0.3, topics=30).belief
    assert len(after.log_weights) < len(before.log_weights)
    assert after.first == 0  # the gentlest stays
    assert after.mean.shape == (len(after.log_weights), 30)


def test_the_table_of_the_normal_law_is_right_to_two_millionths() -> None:
    points = np.concatenate([np.linspace(-9, 9, 9999), [-1e6, 1e6]])
    exact = np.array([normal.cdf(x) for x in points])
    assert np.abs(normal.cdf_many(points) - exact).max() < 2e-6


@pytest.mark.parametrize(
    ("format_", "options", "chance"),
    [
        ("choice", 4, 1 / 4),
        ("choices", 5, 1 / 31),
        ("ordering", 4, 1 / 24),
        ("matching", 3, 1 / 6),
        ("text", None, 0.01),
        ("simulation", None, 0.01),
    ],
)
def test_guessing_depends_on_the_format(format_: str, options: int | None, chance: float) -> None:
    skill = SkillSpec("s", "1.1", "t", 4)
    bank = ItemBank.build([skill], [ItemSpec("i", "s", format_, options)])
    assert float(bank.items.guess[0]) == pytest.approx(chance)


def test_competences_outside_the_framework_all_correlate_the_same() -> None:
    assert prior.correlation(["1.1", "1.2", "2.1"])[0].tolist() == [1.0, 0.72, 0.63]
    assert prior.correlation(["1.1", "typing", "2.1"])[0].tolist() == [1.0, 0.65, 0.65]


def test_the_bank_refuses_what_does_not_hold_together() -> None:
    skill = SkillSpec("s", "1.1", "t", 4)
    with pytest.raises(ValueError, match="unknown skill"):
        ItemBank.build([skill], [ItemSpec("i", "other", "text")])
    with pytest.raises(ValueError, match="twice"):
        ItemBank.build([skill, skill], [])
    with pytest.raises(ValueError, match="two competences"):
        ItemBank.build([skill, SkillSpec("r", "1.2", "t", 5)], [])


def _start() -> State:
    bank = ladder_bank(SIXTEEN)
    return state.initial(bank, Scope.of(bank), prior.STANDARD)


def _answered(*, steepness: float, topics: int = 8) -> State:
    """One competence, every item once, by a middling student of this steepness."""
    bank = ladder_bank(["1.1"], topics=topics, twins=1)
    now = state.initial(bank, Scope.of(bank), prior.STANDARD)
    rng = np.random.default_rng(5)
    for place, item in enumerate(bank.items.ids):
        known = 1 / (1 + math.exp(steepness * (bank.items.difficulty[place] - 0.3)))
        guess, ceiling = bank.items.guess[place], bank.items.ceiling[place]
        right = rng.random() < guess + (ceiling - guess) * known
        now = now.after(item, "right" if right else "wrong")
    return now


def _mean_slope(belief: Belief) -> float:
    slopes = np.array(parameters.SLOPES)[belief.first :][: len(belief.log_weights)]
    return float(slopes @ belief.weights)


def _one_item_bank(
    *, discrimination: float, difficulty: float, guess: float, slip: float
) -> ItemBank:
    item = ItemSpec("i", "s", "text", None, discrimination, difficulty, guess, slip)
    return ItemBank.build([SkillSpec("s", "1.1", "t", 4)], [item])
