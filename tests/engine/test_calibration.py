"""What many answers teach about the items."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from webapp.engine import parameters, prior, randomness, selection, state
from webapp.engine.bank import ItemBank
from webapp.engine.calibration import evidence, fitting, monitoring, publishing
from webapp.engine.calibration import population as populations
from webapp.engine.calibration.evidence import Evidence, Past, Record
from webapp.engine.calibration.publishing import Calibration
from webapp.engine.scope import Scope
from webapp.engine.state import Step
from webapp.engine.study import banks, worlds

STUDENTS = 200
ANSWERS = 25


@cache
def _school() -> tuple[banks.Truth, tuple[Record, ...]]:
    """Students of one competence, cold bank: 105 items; one has a wrong key, one is unfair."""
    rng = np.random.default_rng(8)
    truth = banks.made_up_bank(rng, ["1.1"])
    off = rng.normal(0, 0.3, len(truth.items))  # as wrong as authors are
    truth = replace(truth, difficulty=truth.difficulty + off)
    crowd = worlds.crowd(truth, "logistic", STUDENTS, rng, topic_sd=0.4)
    crowd.right[:, _place(truth, "1.1-0-2x")] ^= True  # a wrong key
    unfair = crowd.right[:, _place(truth, "1.1-1-2x")]
    unfair[1::2] &= rng.random(STUDENTS // 2) < 0.3  # harder for every other student
    tests = tuple(_test(truth, crowd, student) for student in range(STUDENTS))
    return truth, tests


@cache
def _evidence() -> Evidence:
    truth, tests = _school()
    return evidence.gathered(truth.bank, tests)


@cache
def _calibration() -> Calibration:
    """What half of the school teaches: it takes long, and shows as much as the whole."""
    truth, tests = _school()
    return publishing.calibrated(truth.skills, truth.items, tests[: STUDENTS // 2])


def test_what_is_known_without_an_answer_is_less_sure_than_with_it() -> None:
    truth, tests = _school()
    found = _evidence()
    assert len(found.item) == STUDENTS * ANSWERS
    assert (found.variance > 0).all()
    topics = truth.bank.items.topic[found.item]
    assert (found.variance <= np.diag(truth.bank.covariance)[topics] + 1e-12).all()
    end = state.replayed(truth.bank, Scope.of(truth.bank), tests[0].steps, prior.STANDARD)
    row = int(end.belief.log_weights.argmax())
    own = np.diagonal(end.belief.covariance[row])[topics[:ANSWERS]]
    assert np.mean(found.variance[:ANSWERS] >= own - 1e-9) > 0.7
    assert found.likelihood.max(axis=1).tolist() == pytest.approx([1] * STUDENTS)


def test_difficulties_get_closer_to_the_truth_than_their_authors() -> None:
    truth, _ = _school()
    found = _calibration().parameters
    places = [_place(truth, item) for item in found.difficulty if item not in ("1.1-0-2x",)]
    learnt = np.array([found.difficulty[truth.bank.items.ids[place]] for place in places])
    authors = truth.bank.items.difficulty[places]
    errors = [np.sqrt(np.mean((one - truth.difficulty[places]) ** 2)) for one in (authors, learnt)]
    assert errors[1] < 0.9 * errors[0]
    assert max(found.error.values()) <= fitting.AUTHOR_SD
    assert sum(found.slope_weights) == pytest.approx(1)


def test_a_calibration_is_better_when_it_foresees_answers_it_never_saw() -> None:
    found = _calibration()
    assert found.better
    assert found.before < found.after < 0


def test_a_calibration_that_foresees_no_better_is_not_published() -> None:
    same = fitting.Parameters({}, {}, ())
    assert not publishing.Calibration(same, before=-0.5, after=-0.5).better
    assert not publishing.Calibration(same, before=-0.5, after=-0.6).better


def test_held_out_answers_are_scored_by_the_chances_given_before_them() -> None:
    truth, tests = _school()
    end = tests[0].replayed(truth.bank, Scope.of(truth.bank), prior.STANDARD)
    said = [
        np.log(chance if step.outcome == "right" else 1 - chance)
        for step, chance in zip(end.steps, end.probabilities, strict=True)
    ]
    assert publishing.log_score(truth.bank, tests[:1]) == pytest.approx(np.mean(said))
    assert publishing.log_score(truth.bank, []) == 0


def test_parameters_are_judged_on_tests_they_were_not_fitted_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    truth, tests = _school()
    fitted: list[list[Record]] = []
    scored: list[list[Record]] = []

    def fit(*given: object) -> fitting.Parameters:
        fitted.append(list(given[2]))  # type: ignore[call-overload]
        return fitting.Parameters({}, {}, ())

    def score(*given: object) -> float:
        scored.append(list(given[1]))  # type: ignore[call-overload]
        return 0.0

    monkeypatch.setattr(publishing, "fitted", fit)
    monkeypatch.setattr(publishing, "log_score", score)
    publishing.calibrated(truth.skills, truth.items, tests[:23])
    (some, everything), (before, after) = fitted, scored
    assert before == after == [tests[place] for place in (0, 5, 10, 15, 20)]
    assert len(some) == 18
    assert not [one for one in some if one in before]
    assert everything == list(tests[:23])


def test_fewer_than_ten_tests_are_not_calibrated() -> None:
    truth, tests = _school()
    with pytest.raises(ValueError, match="at least 10"):
        publishing.calibrated(truth.skills, truth.items, tests[:9])


def test_an_item_with_a_wrong_key_raises_the_alarm_and_the_others_do_not() -> None:
    truth, _ = _school()
    found = monitoring.alarms(truth.bank, _evidence())
    assert found[0].item == "1.1-0-2x"
    assert found[0].z < -monitoring.ALARM
    assert {one.item for one in found[1:]} <= {"1.1-1-2x"}  # wrong for half of the students


def test_an_item_harder_for_one_group_is_found() -> None:
    truth, _ = _school()
    groups = np.arange(STUDENTS) % 2 == 1
    found = monitoring.unfair(truth.bank, _evidence(), groups)
    assert found[0].item == "1.1-1-2x"
    assert found[0].shift > 0.4
    assert found[0].act
    assert len(found) <= 8


def test_questions_that_the_hour_cut_short_are_no_failures() -> None:
    truth, tests = _school()
    easy = "1.1-4-1x"
    whole = [one for one in tests if easy not in {step.item_id for step in one.steps}]
    late = np.arange(len(whole)) % 2 == 1
    cut = [
        Record((*one.steps, Step(easy, "hour_over" if slow else "right")))
        for one, slow in zip(whole, late.tolist(), strict=True)
    ]
    found = evidence.gathered(truth.bank, cut)
    assert late.sum() > 50
    assert easy not in {one.item for one in monitoring.alarms(truth.bank, found)}
    assert easy not in {one.item for one in monitoring.unfair(truth.bank, found, late)}
    scores = [publishing.log_score(truth.bank, some[1::2]) for some in (cut, whole)]
    assert scores[0] == scores[1]


def test_groups_that_do_not_differ_have_no_unfair_items() -> None:
    truth, _ = _school()
    groups = np.random.default_rng(5).random(STUDENTS) < 0.5
    assert len(monitoring.unfair(truth.bank, _evidence(), groups)) <= 1


def test_slopes_are_as_common_as_the_students_who_answer_so() -> None:
    tests = np.array([[1, 1e-3, 1e-3, 1e-3]] * 300 + [[1e-3, 1e-3, 1e-3, 1]] * 100)
    shares = fitting.slopes(tests)
    assert shares == pytest.approx((0.72, 0.02, 0.02, 0.24), abs=0.02)
    undecided = fitting.slopes(np.ones((5, 4)))
    assert undecided == pytest.approx(parameters.SLOPE_WEIGHTS)


def test_topics_that_go_together_are_found_and_those_that_do_not_keep_the_usual_spread() -> None:
    rng = np.random.default_rng(4)
    truth = banks.made_up_bank(rng, ["1.1", "1.2"])
    found = []
    for topic_sd in (0.15, 0.8):
        crowd = worlds.crowd(truth, "logistic", 50, rng, topic_sd=topic_sd)
        tests = [_test(truth, crowd, student, forced=()) for student in range(50)]
        found.append(fitting.in_common(truth.skills, truth.items, tests).topic_sd)
    assert 0.15 < found[0] < prior.TOPIC_SD - 0.02
    assert found[1] == prior.TOPIC_SD


def test_success_falls_short_by_as_much_as_students_do_not_try() -> None:
    truth, tests = _school()
    bank = truth.bank
    lazy = [replace(one, steps=tuple(_spoilt(one.steps))) for one in tests]
    honest, short = (populations.shortfall(bank, some) for some in (tests, lazy))
    assert 0 <= honest < 0.03 < short
    few = populations.shortfall(bank, lazy[:4])
    assert 0 < few < short
    assert populations.shortfall(bank, []) == 0


def test_a_bank_whose_students_fall_short_asks_what_is_easier() -> None:
    truth, _ = _school()
    found = []
    for shortfall in (0.0, 0.1):
        bank = ItemBank.build(truth.skills, truth.items, shortfall=shortfall)
        now = state.initial(bank, Scope.of(bank), prior.STANDARD)
        for _ in range(6):
            now = now.after(_most_wanted(now), "right")
        chosen = [selection.next_item(now, chance=place / 20) for place in range(20)]
        found.append(np.mean([one.probability for one in chosen if one]))
    assert found[1] > found[0]


def _most_wanted(now: state.State) -> str:
    found = selection.next_item(now, chance=0.5, motivated=False)
    assert found is not None
    return found.item_id


def _spoilt(steps: tuple[Step, ...]) -> list[Step]:
    """The same answers, every fourth one left without trying."""
    return [Step(one.item_id, one.outcome if n % 4 else "wrong") for n, one in enumerate(steps)]


def test_a_retake_is_calibrated_from_where_it_began() -> None:
    truth, tests = _school()
    past = Past(tests[0].steps, years=0.0)
    begun = Record((), past=(past,)).begun(truth.bank, Scope.of(truth.bank), prior.STANDARD)
    end = tests[0].replayed(truth.bank, Scope.of(truth.bank), prior.STANDARD)
    mine = begun.belief.weights @ begun.belief.mean
    place = truth.bank.competence_of_topic.index(0)
    fresh = float(prior.STANDARD.mean)
    assert abs(mine[place] - fresh) > 0.5 * abs((end.belief.weights @ end.belief.mean)[place])
    assert begun.steps == ()


def test_answers_after_somebody_stopped_trying_teach_nothing() -> None:
    truth, tests = _school()
    given_up = [Step(one, "wrong") for one in truth.bank.items.ids[:60] if one not in _asked(tests)]
    spoilt = Record((*tests[0].steps, *given_up))
    assert len(given_up) > 20
    [kept] = populations.sincere(truth.bank, [spoilt])
    assert len(kept.steps) < len(tests[0].steps) + 10


def _asked(tests: tuple[Record, ...]) -> set[str]:
    return {step.item_id for step in tests[0].steps}


def test_a_bank_begins_with_the_slopes_that_were_learnt() -> None:
    truth, _ = _school()
    bank = ItemBank.build(truth.skills, truth.items, slope_weights=[1, 1, 1, 5])
    start = state.initial(bank, Scope.of(bank))
    assert start.belief.weights.tolist() == pytest.approx([0.125, 0.125, 0.125, 0.625])
    with pytest.raises(ValueError, match="slope weights"):
        ItemBank.build(truth.skills, truth.items, slope_weights=[1, 0, 1, 1])


def _place(truth: banks.Truth, item: str) -> int:
    return truth.bank.item_index[item]


def _test(
    truth: banks.Truth,
    crowd: worlds.Crowd,
    student: int,
    forced: tuple[str, ...] = ("1.1-0-2x", "1.1-1-2x"),
) -> Record:
    bank = truth.bank
    now = state.initial(bank, Scope.of(bank), prior.STANDARD)
    for position in range(ANSWERS):
        chance = randomness.chance(b"school", str(student), position)
        chosen = selection.next_item(now, chance=chance, ties=selection.WIDE)
        assert chosen is not None
        item = forced[position - 5] if 5 <= position < 5 + len(forced) else chosen.item_id
        right = crowd.answer(student, bank.item_index[item], position)
        now = now.after(item, "right" if right else "wrong")
    return Record(now.steps, group=student % 2)
