"""What a test says at its end, and which tutorials follow."""

import numpy as np
import pytest

from tests.engine.banks import SIXTEEN, ladder_bank, tiny_bank
from webapp.engine import prior, reporting, state, tutorials
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.scope import Scope
from webapp.engine.state import State
from webapp.engine.tutorials import TutorialSpec


def test_pix_are_the_expected_worth_of_the_skills() -> None:
    now = _answered(ladder_bank(["1.1", "1.2"]), "right", 20)
    report = reporting.report(now, cap=8)
    first = [report.skills[name] for name in now.bank.skills.ids if name.startswith("1.1")]
    assert report.competences["1.1"].pix == pytest.approx(sum(first) * 8 / 2)
    assert report.competences["1.1"].estimate == pytest.approx(sum(first) / 2)
    assert report.pix == pytest.approx(sum(one.pix for one in report.competences.values()))


def test_those_who_know_everything_reach_the_top_and_the_others_stay_low() -> None:
    bank = ladder_bank(["1.1", "1.2"], topics=4)
    for outcome, levels in (("right", (6, 7)), ("wrong", (0, 0))):
        report = reporting.report(_answered(bank, outcome, len(bank.items.ids)), cap=7)
        assert levels[0] <= report.competences["1.1"].level <= levels[1]


def test_a_cap_holds() -> None:
    now = _answered(ladder_bank(["1.1"], topics=4), "right", 56)
    capped = reporting.report(now, cap=5).competences["1.1"]
    assert (capped.level, capped.high, capped.pix) == (5, 5, 40.0)


def test_the_band_is_wide_before_and_narrower_after() -> None:
    bank = ladder_bank(SIXTEEN[:3], topics=4)
    before = reporting.report(_start(bank), cap=7).competences["1.1"]
    after = reporting.report(_answered(bank, "right", 60), cap=7).competences["1.1"]
    assert before.high - before.low >= 4
    assert after.high - after.low < before.high - before.low


def test_a_competence_with_fewer_than_two_answers_is_said_to_be_estimated() -> None:
    bank = ladder_bank(["1.1", "1.2"])
    now = _start(bank).after("1.1-t0-1x", "right").after("1.1-t0-2x", "right")
    report = reporting.report(now)
    assert (report.competences["1.1"].direct, report.competences["1.1"].estimated) == (2, False)
    assert (report.competences["1.2"].direct, report.competences["1.2"].estimated) == (0, True)


def test_a_small_bank_lowers_nobody() -> None:
    now = _answered(tiny_bank(), "right", 24)
    complete = reporting.report(now, cap=5).competences["3.1"]
    counted = reporting.report(now, cap=5, complete=False).competences["3.1"]
    assert complete.level >= 3
    assert counted.pix <= 24 + 1e-9  # what its three levels are worth alone


def test_skills_are_acquired_to_confirm_or_to_learn() -> None:
    words = [reporting.standing(chance) for chance in (0.8, 0.79, 0.5, 0.49, 0.0)]
    assert words == ["acquired", "to_confirm", "to_confirm", "to_learn", "to_learn"]


def test_levels_of_a_band_cover_four_students_in_five() -> None:
    """Students drawn from the prior itself fall inside the band at least 80 % of the time."""
    bank = ladder_bank(["1.1"], topics=4)
    band = reporting.report(_start(bank), cap=7, complete=False).competences["1.1"]
    rng = np.random.default_rng(3)
    abilities = rng.multivariate_normal(np.zeros(4), bank.covariance, 4000)
    known = abilities[:, bank.skills.topic] > bank.skills.threshold
    levels = np.floor(known.sum(axis=1) * 8 / 4 / 8 + 1e-9)
    assert 0.8 <= ((levels >= band.low) & (levels <= band.high)).mean() <= 0.97


def test_the_band_of_people_who_know_or_do_not_know_needs_to_hold_less() -> None:
    """Whole levels make narrow bands hold more than they must."""
    bank = ladder_bank(["1.1"], topics=4)
    specs = [
        SkillSpec(name, "1.1", bank.topics[topic], int(level))
        for name, topic, level in zip(
            bank.skills.ids, bank.skills.topic, bank.skills.level, strict=True
        )
    ]
    items = [ItemSpec(f"{one.id}x", one.id, "text") for one in specs]
    widths = []
    for weights in ((0.97, 0.01, 0.01, 0.01), (0.01, 0.01, 0.01, 0.97)):
        now = _start(ItemBank.build(specs, items, slope_weights=weights))
        band = reporting.report(now, cap=7).competences["1.1"]
        widths.append(band.high - band.low)
    assert widths[1] < widths[0]


def test_a_level_among_others_is_preferred_to_a_lone_peak() -> None:
    assert reporting._credible(np.array([0.32, 0.02, 0.05, 0.30, 0.31])) == 3
    assert reporting._credible(np.array([0.30, 0.00, 0.25, 0.27, 0.18])) == 3
    assert reporting._credible(np.array([0.10, 0.60, 0.10, 0.10, 0.10])) == 1
    assert reporting._credible(np.array([0.60, 0.00, 0.00, 0.20, 0.20])) == 0


@pytest.mark.parametrize("width", [1, 4, 5, 12])
def test_the_draws_are_those_of_a_normal_law(width: int) -> None:
    draws = reporting._draws(width)
    assert draws.shape == (reporting.DRAWS, width)
    assert draws.mean(axis=0) == pytest.approx(np.zeros(width), abs=1e-9)
    close = 1e-9 if width <= reporting.REGULAR else 0.3
    assert draws.T @ draws / len(draws) == pytest.approx(np.eye(width), abs=close)


def test_the_tutorial_just_above_what_is_known_comes_first() -> None:
    bank = ladder_bank(["1.1"], topics=1)
    now = _start(bank)
    for level in (1, 2, 3):
        now = now.after(f"1.1-t0-{level}x", "right")
    for level in (5, 6, 7):
        now = now.after(f"1.1-t0-{level}x", "wrong")
    specs = [TutorialSpec(f"for {n}", "1.1-t0", {n}, 10) for n in range(1, 8)]
    [(tutorial, skill, gain)] = tutorials.recommended(now, specs)
    assert skill == f"1.1-t0-{tutorial[-1]}"
    assert tutorial in {"for 4", "for 5"}
    assert gain > 0


def test_tutorials_are_one_a_topic_two_a_competence_and_short_ones_first() -> None:
    bank = ladder_bank(["1.1", "1.2"], topics=3)
    topics = [*bank.topics, "gone"]
    specs = [
        TutorialSpec(f"{topic} {minutes}", topic, range(1, 8), minutes)
        for topic in topics
        for minutes in (5, 20)
    ]
    found = tutorials.recommended(_start(bank), specs, limit=10)
    names = [name for name, _, _ in found]
    assert len(found) == 4
    assert all(name.endswith(" 5") for name in names)
    assert len({name.split()[0] for name in names}) == 4
    assert [gain for _, _, gain in found] == sorted((g for _, _, g in found), reverse=True)
    assert len(tutorials.recommended(_start(bank), specs)) == 3


def test_nothing_is_recommended_for_what_is_acquired() -> None:
    skill = SkillSpec("s", "1.1", "t", 1)
    items = [ItemSpec(f"i{n}", "s", "text") for n in range(5)]
    bank = ItemBank.build([skill], items)
    now = _answered(bank, "right", 5)
    assert reporting.standing(reporting.report(now).skills["s"]) == "acquired"
    assert tutorials.recommended(now, [TutorialSpec("a", "t", {1}, 5)]) == []


def _start(bank: ItemBank) -> State:
    return state.initial(bank, Scope.of(bank), prior.STANDARD)


def _answered(bank: ItemBank, outcome: str, count: int) -> State:
    now = _start(bank)
    for item in bank.items.ids[:count]:
        now = now.after(item, "right" if outcome == "right" else "wrong")
    return now
