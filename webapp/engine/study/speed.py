"""How fast the engine is: 1,680 items, 80 topics, one core.

Processor time, so that what else the machine does counts little.
"""

import time
from dataclasses import dataclass

import numpy as np

from webapp.engine import prior, randomness, selection
from webapp.engine import state as states
from webapp.engine.bank import ItemBank
from webapp.engine.scope import Scope
from webapp.engine.study import banks, worlds

QUESTIONS = 60


@dataclass(frozen=True)
class Speed:
    """Microseconds, except the replay of sixty answers in milliseconds; the bank in megabytes."""

    decision_median: float
    decision_p99: float
    answer_median: float
    replay_ms: float
    bank_mb: float


def measured(*, one_slope: bool, students: int = 20) -> Speed:
    """The speed over some students, with one slope or the average over all."""
    rng = np.random.default_rng(6)
    truth = banks.made_up_bank(rng)
    if one_slope:
        truth = truth.known(topic_sd=prior.TOPIC_SD)
    crowd = worlds.crowd(truth, "logistic", students, rng)
    scope = Scope.of(truth.bank)
    decisions: list[float] = []
    answers: list[float] = []
    replays: list[float] = []
    for student in range(students):
        _time_one(truth.bank, scope, crowd, student, (decisions, answers, replays))
    return Speed(
        decision_median=float(np.median(decisions) * 1e6),
        decision_p99=float(np.percentile(decisions, 99) * 1e6),
        answer_median=float(np.median(answers) * 1e6),
        replay_ms=float(np.median(replays) * 1e3),
        bank_mb=_bytes(truth.bank) / 1e6,
    )


def _time_one(
    bank: ItemBank,
    scope: Scope,
    crowd: worlds.Crowd,
    student: int,
    times: tuple[list[float], list[float], list[float]],
) -> None:
    state = states.initial(bank, scope, prior.STANDARD)
    for position in range(QUESTIONS):
        started = time.thread_time()
        chance = randomness.chance(b"speed", str(student), position)
        chosen = selection.next_item(state, chance=chance)
        decided = time.thread_time()
        if chosen is None:
            return
        right = crowd.answer(student, bank.item_index[chosen.item_id], position)
        before = time.thread_time()
        state = state.after(chosen.item_id, "right" if right else "wrong")
        times[1].append(time.thread_time() - before)
        times[0].append(decided - started)
    started = time.thread_time()
    states.replayed(bank, scope, state.steps, prior.STANDARD)
    times[2].append(time.thread_time() - started)


def _bytes(bank: ItemBank) -> int:
    arrays = [*vars(bank.items).values(), *vars(bank.skills).values(), bank.covariance]
    return sum(one.nbytes for one in arrays if isinstance(one, np.ndarray))
