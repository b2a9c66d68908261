"""How often each item is given: eligibility drawn once a test, counts kept once a test."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import ItemBank

RATE = 0.14  # the share of students an item is meant for, when there are items enough
HEADROOM = 1.15  # over the mean share, when there are not
CHOICE = 1.9  # over the mean share, so that the few items that decide are not all worn out
WORN = 0.18  # the share up to which that is allowed


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

    An item is eligible with probability min(1, rate × eligible / given).
    """
    draws = rng.random(len(bank.items.ids))  # one an item, so that the others change nothing
    chances = (_chance(counts.get(one, NEVER), rate) for one in bank.items.ids)
    return frozenset(
        one
        for one, draw, chance in zip(bank.items.ids, draws.tolist(), chances, strict=True)
        if draw >= chance
    )


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


def _chance(count: Count, rate: float) -> float:
    return 1.0 if not count.given else min(1.0, rate * count.eligible / count.given)
