"""Classes tested side by side: how often neighbours meet the same question at the same time."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from webapp.engine import prior, randomness, selection
from webapp.engine import state as states
from webapp.engine.scope import Scope
from webapp.engine.state import State
from webapp.engine.study import banks, worlds

POSITIONS = 3  # of a session, in which what a classmate got is avoided
NEAR = 2  # positions: a neighbour still sees it


@dataclass(frozen=True)
class SideBySide:
    """The share of questions that a neighbour meets within two positions, with the tabu or not."""

    free: float
    avoided: float


def side_by_side(*, classes: int = 14, pupils: int = 30, questions: int = 40) -> SideBySide:
    """Classes in lockstep on the made-up bank, neighbours sitting in the order of the list."""
    rng = np.random.default_rng(9)
    truth = banks.made_up_bank(rng)
    crowd = worlds.crowd(truth, "logistic", classes * pupils, rng)
    shares: dict[bool, list[float]] = {False: [], True: []}
    for number in range(classes):
        mine = range(number * pupils, (number + 1) * pupils)
        for careful, found in shares.items():
            found.append(_shared(_class(truth, crowd, mine, questions, careful=careful)))
    return SideBySide(float(np.mean(shares[False])), float(np.mean(shares[True])))


def _class(
    truth: banks.Truth, crowd: worlds.Crowd, pupils: range, questions: int, *, careful: bool
) -> list[list[str]]:
    """What each pupil was asked, in order."""
    scope = Scope.of(truth.bank)
    sitting = {one: states.initial(truth.bank, scope, prior.STANDARD) for one in pupils}
    given: list[set[str]] = [set()]
    for position in range(questions):
        for pupil in pupils:
            tabu = frozenset().union(*given[-POSITIONS - 1 :]) if careful else frozenset[str]()
            item = _next(sitting[pupil], pupil, tabu)
            right = crowd.answer(pupil, truth.bank.item_index[item], position)
            sitting[pupil] = sitting[pupil].after(item, "right" if right else "wrong")
            given[-1].add(item)
        given.append(set())
    return [[step.item_id for step in sitting[pupil].steps] for pupil in pupils]


def _next(state: State, pupil: int, tabu: Collection[str]) -> str:
    chance = randomness.chance(b"classroom", str(pupil), len(state.steps))
    chosen = selection.next_item(state, chance=chance, tabu=tabu)
    if chosen is None:
        raise ValueError("the bank is too small for so many questions")
    return chosen.item_id


def _shared(asked: list[list[str]]) -> float:
    """The share of questions that the next pupil of the list meets within `NEAR` positions."""
    met = [
        item in other[max(0, position - NEAR) : position + NEAR + 1]
        for mine, other in pairwise(asked)
        for position, item in enumerate(mine)
    ]
    return float(np.mean(met))
