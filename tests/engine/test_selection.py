"""What is asked next."""

from itertools import pairwise

import numpy as np
import pytest

from tests.engine.banks import SIXTEEN, ladder_bank, tiny_bank
from webapp.engine import prior, randomness, selection, state, stopping
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.scope import Scope
from webapp.engine.state import State


def test_the_same_answers_and_the_same_secret_give_the_same_items() -> None:
    assert _walk(b"secret", "a test") == _walk(b"secret", "a test")
    assert _walk(b"secret", "a test") != _walk(b"another", "a test")
    assert _walk(b"secret", "a test") != _walk(b"secret", "another test")


def test_the_first_three_questions_are_easy() -> None:
    now = _start(ladder_bank(SIXTEEN))
    for position in range(selection.EASY_START):
        chosen = _next(now, position)
        assert chosen.probability >= selection.EASY
        now = now.after(chosen.item_id, "wrong")


def test_when_nothing_is_easy_the_easiest_is_asked() -> None:
    skills = [SkillSpec(f"s{level}", "1.1", "t", level) for level in (6, 7)]
    bank = ItemBank.build(skills, [ItemSpec(f"i{one.level}", one.id, "text") for one in skills])
    assert _next(_start(bank), 0).item_id == "i6"


def test_a_bare_test_may_begin_hard() -> None:
    chances = []
    for position in range(20):
        now = _start(ladder_bank(SIXTEEN))
        chance = randomness.chance(b"x", "bare", position)
        chosen = selection.next_item(now, chance=chance, motivated=False)
        assert chosen is not None
        chances.append(chosen.probability)
    assert max(chances) < selection.EASY


def test_the_gain_is_the_drop_of_variance_that_the_update_makes_on_average() -> None:
    bank = ladder_bank(SIXTEEN[:4])
    now = _start(bank).after(bank.items.ids[3], "wrong").after(bank.items.ids[40], "right")
    one_slope = _single(bank)
    alone = _start(one_slope)
    gains, chances = selection.expected_gains(alone)
    item = one_slope.items.ids[20]
    before = _trace(alone)
    drop = before - (
        chances[20] * _trace(alone.after(item, "right"))
        + (1 - chances[20]) * _trace(alone.after(item, "wrong"))
    )
    assert gains[20] == pytest.approx(drop, rel=1e-4)
    assert selection.expected_gains(now)[0].min() >= 0


def test_what_a_classmate_was_just_asked_waits() -> None:
    now = _start(ladder_bank(["1.1"], topics=3))
    best = {_next(now, position).item_id for position in range(60)}
    chance = randomness.chance(b"x", "tabu", 0)
    chosen = selection.next_item(now, chance=chance, tabu=best)
    assert chosen is not None
    assert chosen.item_id not in best


def test_the_easiest_left_to_someone_who_fails_is_not_what_a_classmate_was_just_asked() -> None:
    now = _start(ladder_bank(["1.1"], topics=3))
    for first in ("1.1-t0-1x", "1.1-t1-1x"):
        now = now.after(first, "skipped")
    easiest = _next(now, 2).item_id
    chosen = selection.next_item(now, chance=randomness.chance(b"x", "easiest", 2), tabu={easiest})
    assert chosen is not None
    assert chosen.item_id != easiest


def test_when_everything_is_avoided_something_is_still_asked() -> None:
    bank = tiny_bank()
    everything = frozenset(bank.items.ids)
    now, asked = _start(bank), 0
    while True:
        chance = randomness.chance(b"x", "all avoided", asked)
        chosen = selection.next_item(
            now, chance=chance, seen=everything, ineligible=everything, tabu=everything
        )
        if chosen is None:
            break
        now, asked = now.after(chosen.item_id, "wrong"), asked + 1
    assert asked == len(bank.skills.ids)
    assert stopping.stop_reason(now, budget=1000) == "exhausted"


def test_two_timed_questions_never_follow_each_other_when_it_can_be_helped() -> None:
    skills = [SkillSpec(f"s{n}", "1.1", f"t{n % 4}", 1 + n // 4) for n in range(24)]
    items = [ItemSpec(f"i{n}", f"s{n}", "text", timed=n % 2 == 0) for n in range(24)]
    bank = ItemBank.build(skills, items)
    now = _start(bank)
    timed = []
    for position in range(12):
        chosen = _next(now, position)
        timed.append(bool(bank.items.timed[bank.item_index[chosen.item_id]]))
        now = now.after(chosen.item_id, "right")
    assert any(timed)
    assert not any(one and two for one, two in pairwise(timed))


def test_a_competence_waits_for_the_others() -> None:
    now = _start(ladder_bank(SIXTEEN))
    for position in range(32):
        now = now.after(_next(now, position).item_id, "right")
    assert now.direct.max() <= now.direct.min() + 2


def test_a_young_bank_draws_among_more() -> None:
    now = _start(ladder_bank(SIXTEEN))
    narrow = {_next(now, position).item_id for position in range(300)}
    wide = set()
    for position in range(300):
        chance = randomness.chance(b"x", "wide", position)
        chosen = selection.next_item(now, chance=chance, ties=selection.WIDE)
        assert chosen is not None
        wide.add(chosen.item_id)
    assert len(narrow) <= selection.NARROW.count < len(wide) <= selection.WIDE.count


def test_unknown_ids_among_the_seen_are_no_trouble() -> None:
    now = _start(tiny_bank())
    assert selection.next_item(now, chance=0.5, seen={"gone"}) is not None


def test_a_topic_without_an_item_is_no_trouble() -> None:
    skills = [SkillSpec(f"s{n}", "1.1", f"t{n}", 3) for n in range(3)]
    bank = ItemBank.build(skills, [ItemSpec(f"i{n}", f"s{n}", "text") for n in range(2)])
    assert {_next(_start(bank), position).item_id for position in range(20)} == {"i0", "i1"}


def test_an_empty_scope_has_nothing_to_ask() -> None:
    bank = tiny_bank()
    now = state.initial(bank, Scope.of(bank, {}))
    assert selection.next_item(now, chance=0.5) is None
    assert stopping.stop_reason(now, budget=8) == "exhausted"


def _single(bank: ItemBank) -> ItemBank:
    """The same bank with declared slopes: one hypothesis, so that one number can be checked."""
    skills = [
        SkillSpec(name, bank.competences[c], bank.topics[t], int(level))
        for name, c, t, level in zip(
            bank.skills.ids,
            bank.skills.competence.tolist(),
            bank.skills.topic.tolist(),
            bank.skills.level.tolist(),
            strict=True,
        )
    ]
    items = [
        ItemSpec(name, bank.skills.ids[skill], "text", discrimination=1.5)
        for name, skill in zip(bank.items.ids, bank.items.skill.tolist(), strict=True)
    ]
    return ItemBank.build(skills, items)


def _trace(now: State) -> float:
    projection = now.scope.projection
    return float(np.einsum("sct,ct->", now.belief.projected, projection))


def _start(bank: ItemBank) -> State:
    return state.initial(bank, Scope.of(bank), prior.STANDARD)


def _next(now: State, position: int) -> selection.Selection:
    chosen = selection.next_item(now, chance=randomness.chance(b"x", "test", position))
    assert chosen is not None
    return chosen


def _walk(secret: bytes, test: str) -> list[str]:
    now = _start(ladder_bank(SIXTEEN))
    for position in range(12):
        chosen = selection.next_item(now, chance=randomness.chance(secret, test, position))
        assert chosen is not None
        now = now.after(chosen.item_id, "wrong" if position % 3 else "right")
    return [step.item_id for step in now.steps]
