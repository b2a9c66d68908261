"""When a test ends."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from webapp.engine.bank import Indices
from webapp.engine.belief import Belief
from webapp.engine.selection import Selection
from webapp.engine.state import State

Reason = Literal["budget", "time", "precision", "exhausted", "learned"]

LEVEL = 1.5  # levels in one standard deviation
DIRECT_ANSWERS = 2  # a competence, before the precision target may end the test
NOTHING_LEFT = 0.005  # share of the uncertainty that the best question would remove


@dataclass(frozen=True)
class Aim:
    """How long a test may be, and how sure it must be (largest level SD of a competence)."""

    budget: int
    target: float | None = None


def usual_aim(competences: int) -> Aim:
    """The aim of a test over so many competences, when nobody chose one."""
    return Aim(budget=60, target=0.75) if competences > 8 else Aim(budget=40, target=0.60)


def stop_reason(
    state: State,
    *,
    budget: int,
    target: float | None = None,
    seconds_left: float | None = None,
    selection: Selection | None = None,
) -> Reason | None:
    """Why the test ends now, or None.

    `budget` is in questions, technical failures not counted; `target` is the level SD that every
    competence must reach; `seconds_left` are those of the hour; `selection` is what would be
    asked next (its gain tells whether there is anything left to learn).
    """
    if sum(state.direct.tolist()) >= budget:
        return "budget"
    if seconds_left is not None and seconds_left <= 0:
        return "time"
    if not any(state.left.tolist()):
        return "exhausted"
    if target is not None and precise(state, target):
        return "precision"
    if selection is not None and nothing_left(state, selection):
        return "learned"
    return None


def nothing_left(state: State, selection: Selection) -> bool:
    """Whether every competence has its answers and even the best question would teach nothing."""
    little = selection.best_gain < NOTHING_LEFT * float(state.belief.variances.sum())
    return little and not lacking(state).any()


def precise(state: State, target: float) -> bool:
    """Whether every measured competence has its direct answers and reaches the target."""
    return worst_sd(state.belief) <= target and not lacking(state).any()


def lacking(state: State) -> Indices:
    """How many direct answers each competence still lacks, as far as it has questions left."""
    return np.minimum(np.maximum(DIRECT_ANSWERS - state.direct, 0), state.left)


def worst_sd(belief: Belief) -> float:
    """The largest standard deviation of a competence, in levels; 0 when none is measured."""
    return LEVEL * math.sqrt(belief.variances.max())
