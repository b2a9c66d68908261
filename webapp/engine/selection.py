"""The next question: the largest expected drop of uncertainty, within what may be asked."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from webapp.engine import normal
from webapp.engine.bank import Flags, ItemBank
from webapp.engine.normal import Floats
from webapp.engine.state import State

AVOIDED = 1e-3  # weight of what may be asked only for want of better
EASY_START = 3  # questions
EASY = 0.7
SOFT_FLOOR = 0.5
SOFTNESS = 0.8  # less and students fail too often, more and levels cost too many questions


@dataclass(frozen=True)
class Selection:
    """The item to ask.

    `gain` is the expected drop of the summed variance of the competences, `probability` that of
    a right answer, `best_gain` the largest gain of what could be asked.
    """

    item_id: str
    gain: float
    probability: float
    best_gain: float


@dataclass(frozen=True)
class NearTies:
    """Among whom to draw: at most `count` items whose gain is at least `share` of the best."""

    count: int = 10
    share: float = 0.8


NARROW = NearTies()
WIDE = NearTies(count=200, share=0.5)  # while the bank is young: its items need answers


def next_item(
    state: State,
    *,
    rng: np.random.Generator,
    seen: Collection[str] = (),
    ineligible: Collection[str] = (),
    tabu: Collection[str] = (),
    motivated: bool = True,
    ties: NearTies = NARROW,
) -> Selection | None:
    """The next item, or None when nothing is left to ask.

    `seen` were met by this student within a year: left out unless their skill has no other.
    `ineligible` are given too often these days, `tabu` were just given to a classmate: asked only
    for want of better. `motivated` keeps the test bearable: easy first questions, and what is
    likely to fail weighs less. Ids unknown to the bank are ignored.
    """
    allowed = _allowed(state, seen)
    if not allowed.any():
        return None
    gains, probabilities = expected_gains(state)
    raw = np.where(allowed, gains, 0.0)
    values = raw.copy()
    _avoid(values, state, ineligible, tabu)
    if motivated:
        values *= motivating(probabilities)
    allowed &= _balanced(state, allowed)
    if motivated and len(state.steps) < EASY_START:
        allowed = _easy(allowed, probabilities, tabu=_flags(state.bank, tabu))
    chosen = _drawn(state.bank, np.where(allowed, values, -1.0), rng, ties)
    return Selection(
        item_id=state.bank.items.ids[chosen],
        gain=float(raw[chosen]),
        probability=float(probabilities[chosen]),
        best_gain=float(raw.max()),
    )


def expected_gains(state: State) -> tuple[Floats, Floats]:
    """For each item: the expected drop of the summed variance, and P(right); both averages."""
    items, belief = state.bank.items, state.belief
    weights = belief.weights()
    topics = items.topic
    variance = np.diagonal(belief.covariance, axis1=1, axis2=2)
    kappa = np.einsum("sct,sct->st", belief.projected, belief.projected)
    alpha = belief.alpha(state.bank)
    squared = alpha * alpha
    squared /= 1 + squared * np.take(
        variance, topics, axis=1
    )  # the squared steepness, slopes × items
    distance = np.sqrt(squared) * (np.take(belief.mean, topics, axis=1) - items.difficulty)
    rise = items.ceiling - items.guess
    probability = normal.cdf_many(distance)
    probability *= rise
    probability += items.guess
    gain = np.exp(-distance * distance)
    gain *= squared
    gain *= np.take(kappa, topics, axis=1)
    gain /= probability * (1 - probability)
    gains: Floats = weights @ gain
    gains *= rise * rise / (2 * np.pi)
    return gains, weights @ probability


def motivating(probabilities: Floats) -> Floats:
    """The weight of items likely to fail: a soft floor, so that they still come when they must."""
    found: Floats = np.minimum(1.0, probabilities / SOFT_FLOOR) ** SOFTNESS
    return found


def _allowed(state: State, seen: Collection[str]) -> Flags:
    """In scope, of a skill not asked yet, not seen unless its skill has nothing else."""
    of_skill = state.bank.items.skill
    allowed = state.askable.copy()
    if seen:
        met = _flags(state.bank, seen)
        fresh = np.zeros(len(state.bank.skills.ids), dtype=np.bool_)
        fresh[of_skill[allowed & ~met]] = True
        allowed &= ~(met & fresh[of_skill])
    return allowed


def _avoid(
    values: Floats, state: State, ineligible: Collection[str], tabu: Collection[str]
) -> None:
    for ids in (ineligible, tabu):
        if ids:
            values[_flags(state.bank, ids)] *= AVOIDED
    items = state.bank.items
    if state.steps and items.timed[state.bank.item_index[state.steps[-1].item_id]]:
        values[items.timed] *= AVOIDED  # never two timed questions in a row


def _balanced(state: State, allowed: Flags) -> Flags:
    """Not of a competence asked twice more than the least asked that still has something."""
    of_item = state.bank.items.competence
    open_ = np.zeros(len(state.bank.competences), dtype=np.bool_)
    open_[of_item[allowed]] = True
    found: Flags = (state.given <= state.given[open_].min() + 1)[of_item]
    return found


def _easy(allowed: Flags, probabilities: Floats, *, tabu: Flags) -> Flags:
    """What is likely to succeed; when nothing is, the most likely that no classmate just got."""
    apart = allowed & ~tabu
    easiest = float(probabilities[apart if apart.any() else allowed].max())
    return allowed & (probabilities >= min(EASY, easiest - 1e-9))


def _drawn(bank: ItemBank, values: Floats, rng: np.random.Generator, ties: NearTies) -> int:
    best = float(values.max())
    near = np.flatnonzero(values >= ties.share * best)
    order = np.lexsort((bank.items.rank[near], -np.round(values[near], 9)))
    near = near[order[: ties.count]]
    return int(near[rng.integers(len(near))])


def _flags(bank: ItemBank, ids: Collection[str]) -> Flags:
    found = np.zeros(len(bank.items.ids), dtype=np.bool_)
    found[[bank.item_index[one] for one in ids if one in bank.item_index]] = True
    return found
