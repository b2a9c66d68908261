"""What holds after any answers, on any bank."""

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.banks import ladder_bank, tiny_bank
from webapp.engine import reporting, selection, state
from webapp.engine.bank import ItemBank
from webapp.engine.replay.playing import Rules, played
from webapp.engine.replay.students_file import Student
from webapp.engine.scope import Scope
from webapp.engine.state import State, Step

BANKS = [ladder_bank(["1.1", "1.2", "3.4"]), tiny_bank(), ladder_bank(["A", "B"], topics=1)]
OUTCOMES = ("right", "wrong", "skipped", "timeout", "hour_over", "technical")

banks = st.sampled_from(BANKS)
seeds = st.integers(0, 2**32)


@st.composite
def histories(draw: st.DrawFn, longest: int = 30) -> tuple[ItemBank, list[Step]]:
    bank = draw(banks)
    pairs = st.tuples(st.sampled_from(bank.items.ids), st.sampled_from(OUTCOMES))
    return bank, [Step(*pair) for pair in draw(st.lists(pairs, max_size=longest))]


@settings(max_examples=30, deadline=None)
@given(histories(longest=200))
def test_the_covariance_stays_symmetric_and_positive_definite(
    history: tuple[ItemBank, list[Step]],
) -> None:
    bank, steps = history
    belief = state.replayed(bank, Scope.of(bank), steps).belief
    assert np.array_equal(belief.covariance, belief.covariance.transpose(0, 2, 1))
    assert np.linalg.eigvalsh(belief.covariance).min() > 0
    assert np.isfinite(belief.mean).all()
    assert np.isfinite(belief.log_weights).all()


@settings(max_examples=60, deadline=None)
@given(histories(), st.data())
def test_a_right_answer_never_lowers_its_topic_and_a_wrong_one_never_raises_it(
    history: tuple[ItemBank, list[Step]], data: st.DataObject
) -> None:
    bank, steps = history
    before = state.replayed(bank, Scope.of(bank), steps)
    item = data.draw(st.sampled_from(bank.items.ids))
    topic = int(bank.items.topic[bank.item_index[item]])
    means = _by_slope(before, topic)
    for slope, mean in _by_slope(before.after(item, "right"), topic).items():
        assert mean >= means[slope]
    for failure in ("wrong", "timeout", "skipped", "hour_over"):
        for slope, mean in _by_slope(before.after(item, failure), topic).items():
            assert mean <= means[slope]
    assert _by_slope(before.after(item, "technical"), topic) == means


def _by_slope(now: State, topic: int) -> dict[int, float]:
    """The mean of a topic for each slope still alive."""
    return dict(enumerate(now.belief.mean[:, topic].tolist(), start=now.belief.first))


@settings(max_examples=30, deadline=None)
@given(histories())
def test_a_replay_equals_the_state_kept_answer_by_answer(
    history: tuple[ItemBank, list[Step]],
) -> None:
    bank, steps = history
    kept = state.initial(bank, Scope.of(bank))
    for step in steps:
        kept = kept.after(step.item_id, step.outcome)
    again = state.replayed(bank, Scope.of(bank), steps)
    for name in ("mean", "covariance", "projected", "log_weights"):
        difference = getattr(kept.belief, name) - getattr(again.belief, name)
        assert np.abs(difference).max() <= 1e-9, name
    assert kept.steps == again.steps
    assert np.array_equal(kept.asked_skills, again.asked_skills)
    projected = kept.scope.projection @ kept.belief.covariance
    assert np.abs(projected - kept.belief.projected).max() <= 1e-9


@settings(max_examples=30, deadline=None)
@given(histories(), st.integers(1, 8), st.booleans())
def test_probabilities_are_probabilities_and_pix_stay_within_their_caps(
    history: tuple[ItemBank, list[Step]], cap: int, complete: bool
) -> None:
    bank, steps = history
    done = state.replayed(bank, Scope.of(bank), steps)
    report = reporting.report(done, cap=cap, complete=complete)
    assert all(0 <= chance <= 1 for chance in (*report.skills.values(), *done.probabilities))
    for one in report.competences.values():
        assert 0 <= one.pix <= 8 * cap + 1e-9
        assert 0 <= one.low <= one.level <= one.high <= cap
    assert report.pix <= 8 * cap * len(bank.competences) + 1e-9
    assert set(report.skills) == set(bank.skills.ids)


@settings(max_examples=20, deadline=None)
@given(banks, st.integers(0, 1000), st.permutations(range(4)))
def test_without_exposure_control_the_order_of_the_students_changes_nothing(
    bank: ItemBank, seed: int, order: list[int]
) -> None:
    chance = np.random.default_rng(seed)
    students = [Student(f"s{n}", chance.random(len(bank.items.ids)) < 0.5) for n in range(4)]
    rules = Rules(length=6, seed=seed, bare=True)
    straight = dict(_asked(bank, students, rules))
    shuffled = dict(_asked(bank, [students[place] for place in order], rules))
    assert straight == shuffled


def _asked(
    bank: ItemBank, students: list[Student], rules: Rules
) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    for student, test in played(bank, Scope.of(bank), students, rules):
        yield student.id, test.asked


@settings(max_examples=60, deadline=None)
@given(banks, seeds, st.data())
def test_every_choice_respects_every_mask(bank: ItemBank, seed: int, data: st.DataObject) -> None:
    topics = data.draw(st.lists(st.sampled_from(bank.topics), min_size=1, unique=True))
    limits = {topic: data.draw(st.integers(1, 7)) for topic in topics}
    ids = st.frozensets(st.sampled_from(bank.items.ids))
    seen, ineligible, tabu = data.draw(ids), data.draw(ids), data.draw(ids)
    now = state.initial(bank, Scope.of(bank, limits))
    rng = np.random.default_rng(seed)
    for _ in range(12):
        chosen = selection.next_item(
            now, chance=rng.random(), seen=seen, ineligible=ineligible, tabu=tabu
        )
        if chosen is None:
            assert not _open(now, limits)
            return
        _check(now, chosen.item_id, limits, seen)
        now = now.after(chosen.item_id, data.draw(st.sampled_from(OUTCOMES)))


def _check(now: State, chosen: str, limits: dict[str, int], seen: frozenset[str]) -> None:
    bank = now.bank
    still = _open(now, limits)
    assert chosen in still
    if chosen in seen:
        skill = _skill(bank, chosen)
        assert all(one in seen for one in still if _skill(bank, one) == skill)
    asked = dict.fromkeys((_competence(bank, one) for one in still), 0)
    for step in now.steps:
        if (competence := _competence(bank, step.item_id)) in asked:
            asked[competence] += 1
    assert asked[_competence(bank, chosen)] <= min(asked.values()) + 1


def _open(now: State, limits: dict[str, int]) -> list[str]:
    """The items of the scope whose skill was not asked."""
    bank = now.bank
    asked = {_skill(bank, step.item_id) for step in now.steps}
    return [
        one
        for one in bank.items.ids
        if bank.skills.level[_skill(bank, one)]
        <= limits.get(bank.topics[int(bank.items.topic[bank.item_index[one]])], 0)
        and _skill(bank, one) not in asked
    ]


def _skill(bank: ItemBank, item: str) -> int:
    return int(bank.items.skill[bank.item_index[item]])


def _competence(bank: ItemBank, item: str) -> int:
    return int(bank.items.competence[bank.item_index[item]])
