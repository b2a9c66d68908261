"""The simulation study: its worlds, its comparators, and what the engine reaches in them."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from tests.engine.banks import ladder_bank
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.study import (
    adaptive,
    banks,
    classroom,
    ending,
    fairness,
    ladder,
    learning,
    outcomes,
    plan,
    sampling,
    tasks,
    unidimensional,
    verdicts,
    worlds,
)
from webapp.engine.study.outcomes import Estimates
from webapp.engine.study.tasks import Specs, Task, both_ladders, row
from webapp.engine.study.verdicts import Check
from webapp.engine.study.worlds import World


def _crowd(world: World, students: int) -> tuple[banks.Truth, worlds.Crowd]:
    rng = np.random.default_rng(17)
    truth = banks.blueprint_bank(rng)
    return truth, worlds.crowd(truth, world, students, rng)


def test_the_blueprint_has_its_numbers() -> None:
    truth, _ = _crowd("logistic", 2)
    assert (len(truth.skills), len(truth.items)) == (444, 888)
    assert (len(truth.bank.competences), len(truth.bank.topics)) == (16, 71)
    assert len(banks.made_up_bank(np.random.default_rng(1)).items) == 1680


def test_in_the_world_of_mastery_only_slips_and_guesses_separate_knowing_from_answering() -> None:
    truth, crowd = _crowd("mastery", 400)
    knows = crowd.mastered[:, truth.bank.items.skill]
    assert crowd.right[knows].mean() == pytest.approx(1 - truth.slip.mean(), abs=0.01)
    assert crowd.right[~knows].mean() == pytest.approx(truth.guess.mean(), abs=0.02)


def test_in_the_messy_world_a_tenth_gives_up_and_then_only_guesses() -> None:
    truth, crowd = _crowd("messy", 1000)
    assert (crowd.gives_up < 1000).mean() == pytest.approx(0.10, abs=0.03)
    quitter = int(np.flatnonzero(crowd.gives_up < 1000)[0])
    after = [crowd.answer(quitter, item, 60) for item in range(len(truth.items))]
    assert np.mean(after) == pytest.approx(truth.guess.mean(), abs=0.05)


def test_abilities_are_as_spread_in_the_two_populations_as_in_one() -> None:
    spreads = [_crowd(world, 3000)[1].pix.std(axis=0).mean() for world in ("logistic", "messy")]
    assert spreads[0] == pytest.approx(spreads[1], rel=0.08)


def test_the_true_pix_of_a_competence_are_eight_a_level() -> None:
    truth, _ = _crowd("logistic", 2)
    everything = np.ones((1, 444), dtype=np.bool_)
    assert worlds.true_pix(truth.bank, everything)[0].tolist() == pytest.approx([56.0] * 16)


def test_the_quality_of_the_truth_itself_is_perfect() -> None:
    truth = np.array([[8.0, 17.0], [40.0, 0.0]])
    level = np.array([[1, 2], [5, 0]])
    found = outcomes.quality(Estimates(truth, level, level, level), truth)
    assert (found.rmse, found.exact, found.within_one, found.pix_bias) == (0, 1, 1, 0)
    assert found.coverage == 1
    off = outcomes.quality(Estimates(truth + 8, level + 1), truth)
    assert (off.rmse, off.exact, off.within_one, off.pix_bias) == (1, 0, 1, 16)


def test_exposure_and_overlap_count_what_students_share() -> None:
    run = outcomes.Run(asked=[[0, 1], [0, 2], [0, 3]])
    assert outcomes.exposures(run, 5).max() == 1.0
    assert outcomes.overlap(run, 5) == 0.5


def test_the_ladder_is_nearly_right_in_its_own_world_when_it_has_ended() -> None:
    truth, crowd = _crowd("mastery", 40)
    plain, extended = ladder.run(truth.bank, crowd, [60], np.random.default_rng(1))
    assert 150 < plain.mean_length() < 185
    assert outcomes.quality(plain.estimates[0], crowd.pix).rmse < 0.35
    short = [outcomes.quality(one.estimates[60], crowd.pix) for one in (plain, extended)]
    assert short[0].rmse > 1.5 > short[1].rmse


@pytest.mark.parametrize(("world", "reached"), [("logistic", 0.90), ("mastery", 0.48)])
def test_sixty_questions_over_sixteen_competences_reach_their_level_rmse(
    world: World, reached: float
) -> None:
    truth, crowd = _crowd(world, 40)
    run = adaptive.run(truth.bank, crowd, [60], adaptive.Manner())
    found = outcomes.quality(run.estimates[60], crowd.pix)
    assert found.rmse < reached
    assert found.coverage is not None
    assert found.coverage > 0.85


def test_the_motivation_floor_lifts_success_and_exposure_control_spreads_the_items() -> None:
    truth, crowd = _crowd("logistic", 25)
    bare = adaptive.run(truth.bank, crowd, [30], adaptive.Manner())
    kind = adaptive.run(truth.bank, crowd, [30], adaptive.Manner(motivated=True))
    fair = adaptive.run(truth.bank, crowd, [30], adaptive.Manner(exposed=True))
    assert np.mean(kind.right) > np.mean(bare.right) + 0.04
    assert outcomes.overlap(fair, 888) < outcomes.overlap(bare, 888)


def test_the_same_task_gives_the_same_row() -> None:
    task = Task("ours", students=10, checkpoints=(20,))
    first, second = tasks.row(task), tasks.row(task)
    assert replace(first, seconds=0) == replace(second, seconds=0)


def test_every_method_meets_the_same_students() -> None:
    rows = [
        tasks.setting(Task(method, students=10, seed=3))[1].right for method in ("ours", "ladder")
    ]
    assert np.array_equal(*rows)


def test_one_dimension_at_a_time_is_worse_than_all_together() -> None:
    truth, crowd = _crowd("logistic", 20)
    alone = unidimensional.run(truth.bank, crowd, [60], np.random.default_rng(1))
    together = adaptive.run(truth.bank, crowd, [60], adaptive.Manner())
    found = [outcomes.quality(one.estimates[60], crowd.pix).rmse for one in (alone, together)]
    assert 1.4 > found[0] > found[1] + 0.05


def test_the_belief_is_close_to_the_exact_posterior() -> None:
    found = sampling.agreement(students=3, answers=15, draws=4000)
    assert found.shift < 0.15
    assert found.spread == pytest.approx(1, abs=0.08)


def test_a_pilot_teaches_how_sharply_people_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "PILOT", 16)
    expected: dict[World, slice] = {"mastery": slice(3, 4), "logistic": slice(0, 2)}
    for world, likely in expected.items():
        truth, _ = _crowd(world, 2)
        taught = learning.after_a_pilot(truth, world, seed=17)
        assert taught.slope_weights[likely].sum() > 0.6
        assert taught.slope_weights.sum() == pytest.approx(1)
        assert np.array_equal(taught.items.difficulty, truth.bank.items.difficulty)


def test_each_world_has_one_pilot_whatever_its_methods(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []

    def pilot(truth: banks.Truth, world: World, seed: int) -> ItemBank:
        held.append(world)
        return truth.bank

    monkeypatch.setattr(learning, "after_a_pilot", pilot)
    methods: tuple[tasks.Method, ...] = ("ours", "eap", "ours, both")
    chosen = plan.world_tasks(("messy", "mastery"), students=10, seed=3, methods=methods)
    short = [replace(task, checkpoints=(2,)) for task in chosen]
    with ThreadPoolExecutor(1) as pool:
        found = list(plan.rows(short, pool))
    assert [row.task for row in found] == short
    assert sorted(held) == ["mastery", "messy"]


def test_the_two_rows_of_the_ladder_are_those_of_one_test() -> None:
    task = Task("ladder", students=10, checkpoints=(20,))
    plain, extended = tasks.both_ladders(task)
    assert replace(plain, seconds=0) == replace(tasks.row(task), seconds=0)
    alone = tasks.row(replace(task, method="ladder, extended"))
    assert replace(extended, seconds=0) == replace(alone, seconds=0)


def test_what_is_announced_of_the_end_is_honest() -> None:
    found = ending.honesty(students=20)  # of six, one unlucky test is a sixth
    assert found.inside >= 0.9
    assert found.growth <= 1


def test_a_question_that_is_not_asked_any_more_was_not_announced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    truth, crowd = _crowd("logistic", 1)
    learned = iter([False] * 5 + [True])
    monkeypatch.setattr(ending.stopping, "nothing_left", lambda *_: next(learned))
    assert len(ending._announced(truth.bank, crowd, 0)) == 5


def test_neighbours_hardly_ever_meet_the_same_question_at_the_same_time() -> None:
    found = classroom.side_by_side(classes=1, pupils=10, questions=12)
    assert found.avoided == 0
    assert found.free > 0.01


def test_a_check_says_what_is_not_held() -> None:
    assert verdicts.at_most("x", 0.5, 0.4) == Check("x", "0.500", "≤ 0.400", held=False)
    assert verdicts.within("x", 0.5, 0.4, 0.6).held
    assert not verdicts.within("x", 0.7, 0.4, 0.6).held


def test_items_harder_for_a_group_are_found_among_those_that_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fairness, "HARDER", 2.0)
    found = fairness.fairness(students=600, questions=35)
    assert found.answers == 100
    assert found.found >= 0.5
    assert found.false <= 0.2


def test_a_real_bank_has_its_own_lines() -> None:
    small = Task("ours, both", "logistic", "real", 20, 1, (6, 12), _small_specs())
    rows = [row(replace(small, method=method)) for method in ("ours", "ours, both")]
    rows += both_ladders(replace(small, method="ladder"))
    names = [one.name for one in verdicts.checks(rows, None, None)]
    assert all(name.startswith("real bank, logistic") for name in names)
    for part in ("level RMSE at 12", "band coverage at 6", "largest exposure", "pix bias at 12"):
        assert any(part in name for name in names)


def _small_specs() -> Specs:
    bank = ladder_bank(["1.1", "1.2", "1.3"])
    skills = tuple(
        SkillSpec(name, name.split("-")[0], name.rsplit("-", 1)[0], int(name[-1]))
        for name in bank.skills.ids
    )
    return skills, tuple(ItemSpec(f"{one.id}x", one.id, "text") for one in skills)
