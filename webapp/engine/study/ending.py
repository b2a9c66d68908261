"""How honest the announced number of questions left is, over tests that end by precision."""

from dataclasses import dataclass

import numpy as np

from webapp.engine import prior, progress, randomness, selection, stopping
from webapp.engine import state as states
from webapp.engine.bank import ItemBank
from webapp.engine.progress import Remaining
from webapp.engine.scope import Scope
from webapp.engine.study import banks, worlds
from webapp.engine.study.worlds import Crowd


@dataclass(frozen=True)
class Honesty:
    """The share of announcements that held the true number; the largest growth of an upper end."""

    inside: float
    growth: int


def honesty(*, students: int = 40) -> Honesty:
    """Tests over four and over sixteen competences, at their usual aims."""
    rng = np.random.default_rng(12)
    found = []
    for competences in (tuple(banks.FULL)[:4], tuple(banks.FULL)):
        truth = banks.made_up_bank(rng, competences)
        crowd = worlds.crowd(truth, "logistic", students // 2, rng)
        found += [_announced(truth.bank, crowd, one) for one in range(len(crowd))]
    inside = [
        one.low <= len(test) - answered <= one.high
        for test in found
        for answered, one in enumerate(test)
    ]
    growths = [int(step) for test in found for step in np.diff([one.high for one in test])]
    return Honesty(float(np.mean(inside)), max(growths))


def _announced(bank: ItemBank, crowd: Crowd, student: int) -> list[Remaining]:
    """What was announced before each question of one test."""
    aim = stopping.usual_aim(len(bank.competences))
    state = states.initial(bank, Scope.of(bank), prior.STANDARD)
    said: list[Remaining] = []
    while stopping.stop_reason(state, budget=aim.budget, target=aim.target) is None:
        done = len(state.steps)
        chosen = selection.next_item(state, chance=randomness.chance(b"ending", str(student), done))
        if chosen is None or stopping.nothing_left(state, chosen):
            break
        last = said[-1] if said else None
        said.append(
            progress.remaining(
                state, budget=aim.budget, answered=done, target=aim.target, previous=last
            )
        )
        right = crowd.answer(student, bank.item_index[chosen.item_id], done)
        state = state.after(chosen.item_id, "right" if right else "wrong")
    return said
