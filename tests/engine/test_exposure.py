"""Who may meet an item, so that none is worn out."""

import numpy as np
import pytest

from tests.engine.banks import ladder_bank
from webapp.engine import exposure
from webapp.engine.exposure import Count

BANK = ladder_bank(["1.1", "1.2"])


def test_an_item_never_given_is_always_eligible() -> None:
    rng = np.random.default_rng(1)
    assert exposure.ineligible(BANK, {}, rate=0.15, rng=rng) == frozenset()


def test_an_item_given_whenever_it_may_is_left_aside_as_often_as_the_rate_says() -> None:
    worn, other = BANK.items.ids[:2]  # of one topic: its tests are those of the other
    counts = {worn: Count(eligible=100, given=100), other: Count(eligible=500, given=5)}
    rng = np.random.default_rng(1)
    aside = [worn in exposure.ineligible(BANK, counts, rate=0.2, rng=rng) for _ in range(2000)]
    assert np.mean(aside) == pytest.approx(0.8, abs=0.03)


def test_an_item_given_too_often_so_far_is_held_back_but_not_for_ever() -> None:
    worn, other = BANK.items.ids[:2]
    counts = {worn: Count(eligible=100, given=100), other: Count(eligible=100, given=5)}
    rng = np.random.default_rng(1)
    aside = [worn in exposure.ineligible(BANK, counts, rate=0.2, rng=rng) for _ in range(2000)]
    assert np.mean(aside) > 0.97
    assert not all(aside)


def test_an_item_under_its_rate_stays_eligible() -> None:
    counts = {BANK.items.ids[0]: Count(eligible=100, given=15)}
    rng = np.random.default_rng(1)
    assert not any(exposure.ineligible(BANK, counts, rate=0.15, rng=rng) for _ in range(200))


def test_counts_grow_by_one_test_and_the_old_ones_stay() -> None:
    given, aside, other = BANK.items.ids[:3]
    old = {given: Count(3, 2)}
    new = exposure.counted(BANK, old, aside=frozenset({aside}), given=[given])
    assert new[given] == Count(4, 3)
    assert new[aside] == Count(0, 0)
    assert new[other] == Count(1, 0)
    assert old == {given: Count(3, 2)}


def test_a_small_bank_gives_each_item_to_more() -> None:
    assert exposure.rate(questions=60, items=1680) == exposure.RATE
    assert exposure.RATE < exposure.rate(questions=70, items=888) < exposure.WORN
    assert exposure.rate(questions=8, items=60) == exposure.WORN
    assert exposure.rate(questions=8, items=24) > 8 / 24


def test_in_the_long_run_a_favourite_is_given_no_more_than_its_rate() -> None:
    favourite = BANK.items.ids[5]
    counts: dict[str, Count] = {}
    rng = np.random.default_rng(2)
    met = 0
    for _ in range(1500):
        aside = exposure.ineligible(BANK, counts, rate=0.2, rng=rng)
        given = [] if favourite in aside else [favourite]
        met += len(given)
        counts = exposure.counted(BANK, counts, aside=aside, given=given)
    assert 0.18 < met / 1500 < 0.205
