"""The next question: the largest expected drop of uncertainty, within what may be asked."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from webapp.engine import normal, trying
from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.curves import shared
from webapp.engine.normal import Floats
from webapp.engine.state import State

AVOIDED = 1e-3  # weight of what may be asked only for want of better
EASY_START = 3  # questions
EASY = 0.7
SOFT_FLOOR = 0.5
LEAST_SUCCESS = 1e-3
NO_DOUBT = 1 - 1e-9  # a margin for rounding
ROUNDED = 1e9  # what is worth the same to so many in one is a tie
SOFTNESS = 0.8  # less and students fail too often, more and levels cost too many questions


@dataclass(frozen=True)
class Selection:
    """The item to ask.

    `gain` is the expected drop of the summed variance of the competences, `probability` that of
    a right answer, the doubt that they still try included, `best_gain` the largest gain of what
    could be asked.
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
    chance: float,
    seen: Collection[str] = (),
    ineligible: Collection[str] = (),
    tabu: Collection[str] = (),
    motivated: bool = True,
    ties: NearTies = NARROW,
) -> Selection | None:
    """The next item, or None when nothing is left to ask.

    `chance`, at least 0 and under 1, decides among those that are nearly as good. `seen` were met
    by this student within a year: left out unless their skill has no other. `ineligible` are given
    too often these days, `tabu` were just given to a classmate: asked only for want of better.
    `motivated` keeps the test bearable: easy first questions, and what is likely to fail weighs
    less. Ids unknown to the bank are ignored.
    """
    least = _least_given(state)
    if least is None:
        return None
    bank = state.bank
    gains, chances = expected_gains(state)
    out = _out(state, seen)
    np.putmask(gains, out, -1.0)
    around = bank.flags(tabu) if tabu else None
    values = _avoided(gains, state, ineligible, around)
    left_out = out
    if max(state.given.tolist()) > least + 1:  # asked twice more than that, a competence waits
        left_out = left_out | (state.given > least + 1).take(bank.items.competence)
    if motivated and len(state.steps) < EASY_START:
        foreseen = _all_foreseen(state, chances, bank.items.guess)
        left_out = _hard(left_out, foreseen, around)
    if left_out is not out:
        values = np.where(left_out, -1.0, values)
    near, worth = _near(state, values, chances if motivated else None, ties.share)
    chosen = _drawn(bank, near, worth, chance, ties.count)
    return Selection(
        item_id=bank.items.ids[chosen],
        gain=float(gains[chosen]),
        probability=_foreseen(state, chances, chosen),
        best_gain=float(gains[gains.argmax()]),
    )


def expected_gains(state: State) -> tuple[Floats, Floats]:
    """For each item: the expected drop of the summed variance, and P(right); both averages."""
    curves, weights = state.bank.curves, state.belief.weights
    squared, mean, kappa = _of_slants(state)
    distance = shared(mean, curves.slant) - curves.difficulty
    distance *= shared(np.sqrt(squared), curves.slant)
    chance = shared(normal.cdf_many(distance), curves.curve) * curves.rise
    chance += curves.guess
    probabilities: Floats = weights @ chance
    distance *= distance
    np.negative(distance, out=distance)
    squared *= kappa
    gain = np.exp(distance, out=distance)
    gain *= shared(squared, curves.slant)
    gain = shared(gain, curves.curve)
    chance *= 1 - chance
    gain /= chance
    gains: Floats = weights @ gain
    gains *= curves.scale
    return shared(gains, curves.kind), shared(probabilities, curves.kind)


def _of_slants(state: State) -> tuple[Floats, Floats, Floats]:
    """The squared steepness of each slant; the mean, and the kappa, of its topic.

    Kappa is how much the competences would learn from that ability. Hypotheses by rows.
    """
    curves, belief = state.bank.curves, state.belief
    alpha = curves.squared[belief.first : belief.first + len(belief.log_weights)]
    projected = belief.projected.transpose(0, 2, 1)
    kappa: Floats = np.vecdot(projected, projected)
    squared = shared(belief.variance, curves.topic) * alpha
    squared += 1
    np.divide(alpha, squared, out=squared)
    return squared, shared(belief.mean, curves.topic), shared(kappa, curves.topic)


def _foreseen(state: State, chances: Floats, item: int) -> float:
    """P(right) there, the doubt that they still try included."""
    return trying.foreseen(float(chances[item]), state.bank.constants[item].guess, state.doubt)


def _all_foreseen(state: State, chances: Floats, guess: Floats) -> Floats:
    """The same for many items, `guess` being theirs."""
    return chances + state.doubt * (guess - chances)


def motivating(probabilities: Floats) -> Floats:
    """The weight of items likely to fail: a soft floor, so that they still come when they must."""
    found: Floats = np.minimum(1.0, probabilities / SOFT_FLOOR) ** SOFTNESS
    return found


def _success(state: State, foreseen: Floats) -> Floats:
    """How often students like these are really right: not all of them always try."""
    if not state.bank.shortfall:
        return foreseen
    return np.maximum(foreseen - state.bank.shortfall, LEAST_SUCCESS)


def _out(state: State, seen: Collection[str]) -> Flags:
    """Of a skill with nothing to ask, or seen although its skill has something else."""
    of_skill = state.bank.items.skill
    out: Flags = state.closed.take(of_skill, mode="clip")
    if seen:
        met = state.bank.flags(seen)
        fresh = np.zeros(len(state.bank.skills.ids), dtype=np.bool_)
        fresh[of_skill[~(out | met)]] = True
        out |= met & fresh[of_skill]
    return out


def _avoided(
    gains: Floats, state: State, ineligible: Collection[str], tabu: Flags | None
) -> Floats:
    """The gains, and hardly anything of them for what had better not be asked."""
    bank = state.bank
    avoided = [] if tabu is None else [tabu]
    if ineligible:
        avoided.append(bank.flags(ineligible))
    if state.steps and bank.items.timed[bank.item_index[state.steps[-1].item_id]]:
        avoided.append(bank.items.timed)  # never two timed questions in a row
    if not avoided:
        return gains
    values = gains.copy()
    for flags in avoided:
        np.multiply(values, AVOIDED, out=values, where=flags)
    return values


def _least_given(state: State) -> int | None:
    """How many questions the least asked competence was given, of those with any left."""
    both = zip(state.given.tolist(), state.left.tolist(), strict=True)
    return min([given for given, left in both if left], default=None)


def _hard(out: Flags, probabilities: Floats, tabu: Flags | None) -> Flags:
    """What is out or likely to fail; all but the most likely that no classmate just got, then."""
    apart = ~(out if tabu is None else out | tabu)
    easiest = float(probabilities[apart if apart.any() else ~out].max())
    return out | (probabilities < min(EASY, easiest - 1e-9))


def _near(
    state: State, values: Floats, chances: Floats | None, share: float
) -> tuple[Indices, Floats]:
    """The items worth at least this share of the best, and what each is worth.

    With chances, failing costs as `motivating` says. It only lowers: what is worth little before,
    beside the first of all after, need not be looked at.
    """
    first = int(values.argmax())
    least = share * float(values[first])
    if chances is not None:
        success = max(_foreseen(state, chances, first) - state.bank.shortfall, LEAST_SUCCESS)
        least *= NO_DOUBT * min(1.0, success / SOFT_FLOOR) ** SOFTNESS
    near = (values >= least).nonzero()[0]
    worth = values.take(near)
    if chances is None:
        return near, worth
    foreseen = _all_foreseen(state, chances.take(near), state.bank.items.guess.take(near))
    worth *= motivating(_success(state, foreseen))
    kept = (worth >= share * worth[worth.argmax()]).nonzero()[0]
    return near.take(kept), worth.take(kept)


def _drawn(bank: ItemBank, near: Indices, values: Floats, chance: float, count: int) -> int:
    """One of the best of them, at most `count`."""
    order = np.lexsort((bank.items.rank.take(near), np.rint(values * -ROUNDED)))[:count]
    return int(near[order[int(chance * len(order))]])
