"""The draws: those of numpy, number for number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from webapp.engine import permuted, randomness

highs = st.lists(st.integers(1, 2**32) | st.integers(1, 200), min_size=1, max_size=8)


@given(st.integers(0, 2**128 - 1) | st.integers(0, 2**40), highs)
def test_whole_numbers_are_those_that_numpy_draws(seed: int, wanted: list[int]) -> None:
    ours = permuted.Generator(seed)
    theirs = np.random.Generator(np.random.PCG64(seed))
    assert [ours.integers(high) for high in wanted] == [theirs.integers(high) for high in wanted]


def test_a_word_that_would_come_too_often_is_drawn_again_as_numpy_does() -> None:
    high = 3 * 2**30  # one word in four is refused
    ours, theirs = permuted.Generator(1), np.random.Generator(np.random.PCG64(1))
    for _ in range(100):
        assert ours.integers(high) == theirs.integers(high)


def test_one_draw_is_the_first_of_many() -> None:
    for position in range(50):
        first = randomness.many(b"secret", "a test", position).integers(10)
        assert randomness.rng(b"secret", "a test", position).integers(10) == first
