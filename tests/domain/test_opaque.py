"""Opaque words."""

from collections import Counter
from random import Random

import pytest

from webapp.domain.opaque import table_of, word


def test_a_word_is_as_long_as_asked_and_made_of_its_letters_only() -> None:
    table = table_of("bcdfg")
    for seed in range(200):
        drawn = word(Random(seed), table, 6)
        assert len(drawn) == 6
        assert set(drawn) <= set("bcdfg")


@pytest.mark.parametrize("letters", ["bcdfg", "abcdefghjkmnpqrstuvwxyz23456789"])
def test_each_letter_is_as_probable_as_the_others(letters: str) -> None:
    drawn = Counter(word(Random(5), table_of(letters), 40_000))
    expected = 40_000 / len(letters)
    assert all(abs(drawn[letter] - expected) < 5 * expected**0.5 for letter in letters)


def test_the_same_seed_gives_the_same_word() -> None:
    table = table_of("bcdfg")
    assert word(Random(8), table, 8) == word(Random(8), table, 8)
