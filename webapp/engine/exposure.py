"""How often each item is given: eligibility drawn once a test, counts kept once a test."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import ItemBank

RATE = 0.15  # the share of students an item is meant for, when there are items enough
HEADROOM = 1.15  # over the mean share, when there are not
CHOICE = 2.4  # over the mean share, so that the few items that decide are not all worn out
WORN = 0.21  # the share up to which that is allowed
STEERING = 8  # how hard an item given too often so far is held back
MOST_EXCESS = 1.5  # times its rate: beyond, no harder


@dataclass(frozen=True)
class Count:
    """How many tests an item was eligible in, and how many it was given in."""

    eligible: int = 0
    given: int = 0


NEVER = Count()


def rate(*, questions: int, items: int) -> float:
    """The share of students an item may be given to, in tests of so many questions."""
    if not items:
        return 1.0
    mean = questions / items
    return max(RATE, min(CHOICE * mean, WORN), HEADROOM * mean)


def ineligible(
    bank: ItemBank, counts: Mapping[str, Count], *, rate: float, rng: np.random.Generator
) -> frozenset[str]:
    """The items that one test leaves aside; drawn at its start and stored with it.

    An item is eligible with probability min(1, rate × eligible / given); less when its share of
    the tests is above the rate by bad luck, which those draws alone would never mend.
    """
    draws = rng.random(len(bank.items.ids)).tolist()  # one an item: the others change nothing
    found = [counts.get(one, NEVER) for one in bank.items.ids]
    tests = _tests(bank, found)
    rows = zip(bank.items.ids, found, bank.items.topic.tolist(), draws, strict=True)
    return frozenset(
        one for one, count, topic, draw in rows if draw >= _chance(count, rate, tests[topic])
    )


def _tests(bank: ItemBank, counts: Sequence[Count]) -> list[int]:
    """For each topic, how many tests had it in their scope: what was never worn out says it."""
    found = np.zeros(len(bank.topics), dtype=np.intp)
    np.maximum.at(found, bank.items.topic, [count.eligible for count in counts])
    return found.tolist()


def counted(
    bank: ItemBank,
    counts: Mapping[str, Count],
    *,
    aside: frozenset[str],
    given: Iterable[str],
) -> dict[str, Count]:
    """The counts after one more finished test; pure: `counts` stays as it is."""
    asked = frozenset(given)
    return {
        one: Count(old.eligible + (one not in aside), old.given + (one in asked))
        for one, old in ((one, counts.get(one, NEVER)) for one in bank.items.ids)
    }


def _chance(count: Count, rate: float, tests: int) -> float:
    if not count.given:
        return 1.0
    excess = max(1.0, count.given / (rate * tests)) if tests else 1.0
    return min(1.0, rate * count.eligible / count.given / min(excess, MOST_EXCESS) ** STEERING)
