"""Where a student stopped trying: from there on the answers say nothing of what they know.

Each answer is compared under two stories: they answer as the engine expected, or as somebody who
clicks to be done. A long run of unexpected failures to the end makes the second much likelier.
"""

import math
from itertools import accumulate

from webapp.engine import state as states
from webapp.engine.state import State, Step

PROOF = 7.5  # log odds, 1,800 to 1: the point is chosen among all, and nobody is told it wrongly
LEAST_KEPT = 10  # answers: before that, nobody is said to have stopped


def stopped_trying(state: State) -> int | None:
    """How many answers came before the student gave up; None when they did not."""
    evidence = [
        _evidence(state, step, chance)
        for step, chance in zip(state.steps, state.probabilities, strict=True)
    ]
    to_the_end = list(accumulate(reversed(evidence)))[::-1]
    if len(to_the_end) <= LEAST_KEPT:
        return None
    point = max(range(LEAST_KEPT, len(to_the_end)), key=lambda place: to_the_end[place])
    return point if to_the_end[point] > PROOF else None


def sincere(state: State) -> State:
    """The state after the answers of somebody who tries; the same when they always did."""
    point = stopped_trying(state)
    if point is None:
        return state
    kept = state.steps[:point]
    return states.replayed(state.bank, state.scope, kept, beginning=state.beginning)


def _evidence(state: State, step: Step, chance: float) -> float:
    """How much an answer speaks for giving up."""
    guess = float(state.bank.items.guess[state.bank.item_index[step.item_id]])
    if step.outcome == "right":
        return math.log(guess / chance)
    if step.outcome in ("wrong", "timeout", "skipped"):
        return math.log((1 - guess) / (1 - chance))
    return 0.0
