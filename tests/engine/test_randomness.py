"""The draws: reproducible, evenly spread, and unforeseeable without the secret."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from webapp.engine import randomness

texts = st.text(max_size=40)
positions = st.integers(0, 200)


@given(st.binary(max_size=40), texts, positions)
def test_a_chance_lies_between_nought_and_one_and_is_always_the_same(
    secret: bytes, assessment: str, position: int
) -> None:
    found = randomness.chance(secret, assessment, position)
    assert 0 <= found < 1
    assert found == randomness.chance(secret, assessment, position)


def test_chances_are_spread_evenly() -> None:
    drawn = [randomness.chance(b"secret", f"test {n}", n % 7) for n in range(20_000)]
    counts = np.bincount([int(10 * one) for one in drawn], minlength=10)
    assert ((counts - 2000) ** 2 / 2000).sum() < 27.9  # chi-square, 9 degrees, one in a thousand


def test_another_secret_another_test_or_another_position_is_another_chance() -> None:
    drawn = {
        randomness.chance(secret, test, position)
        for secret in (b"one", b"other")
        for test in ("a", "b")
        for position in range(100)
    }
    assert len(drawn) == 400


def test_draws_by_the_thousand_are_always_the_same() -> None:
    first, again = (randomness.many(b"secret", "a test", 3).random(1000) for _ in range(2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, randomness.many(b"secret", "a test", 4).random(1000))
