"""Where a student stands in a test: only the answers decide it, so it can always be replayed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from webapp.domain.verdict import Outcome
from webapp.engine import belief as beliefs
from webapp.engine import trying
from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.belief import Belief
from webapp.engine.prior import UNKNOWN_CLASS, Population
from webapp.engine.scope import Scope


class Step(NamedTuple):
    """One answer: the item and how it ended."""

    item_id: str
    outcome: Outcome


@dataclass(frozen=True)
class State:
    """The belief and the steps that led to it from its `beginning`; treat its arrays as frozen.

    `probabilities` are those of a right answer before each step, of somebody who tries;
    `foreseen` are the same, the doubt that they do included, and `doubt` is that of the next
    question. `direct` counts the answers of each competence, `given` the questions, technical
    failures included, `left` the skills that still have something to ask.
    """

    bank: ItemBank
    scope: Scope
    beginning: Belief
    belief: Belief
    steps: tuple[Step, ...]
    probabilities: tuple[float, ...]
    foreseen: tuple[float, ...]
    doubt: float
    asked_skills: Flags
    direct: Indices
    given: Indices
    left: Indices

    @cached_property
    def closed(self) -> Flags:
        """The skills that have nothing to ask, or no more."""
        return self.scope.closed | self.asked_skills

    def after(self, item_id: str, outcome: Outcome) -> "State":
        """The state after one more answer; KeyError for an unknown item."""
        return _advanced(self, (Step(item_id, outcome),))


def initial(bank: ItemBank, scope: Scope, population: Population = UNKNOWN_CLASS) -> State:
    """The state before the first question of somebody unknown."""
    return begun(bank, scope, beliefs.initial_belief(bank, scope, population))


def begun(bank: ItemBank, scope: Scope, belief: Belief, asked: Iterable[str] = ()) -> State:
    """The state before the first question, with this belief (of this scope).

    The skills of the items `asked` are not asked again; KeyError when one is unknown.
    """
    competences = len(bank.competences)
    skills = bank.items.skill[[bank.item_index[one] for one in asked]]
    asked_skills = np.zeros(len(bank.skills.ids), dtype=np.bool_)
    asked_skills[skills] = True
    open_ = ~(scope.closed | asked_skills)
    return State(
        bank=bank,
        scope=scope,
        beginning=belief,
        belief=belief,
        steps=(),
        probabilities=(),
        foreseen=(),
        doubt=trying.stopping(bank.shortfall),
        asked_skills=asked_skills,
        direct=np.zeros(competences, dtype=np.intp),
        given=np.zeros(competences, dtype=np.intp),
        left=np.bincount(bank.skills.competence[open_], minlength=competences),
    )


def replayed(
    bank: ItemBank,
    scope: Scope,
    steps: Iterable[Step],
    population: Population = UNKNOWN_CLASS,
    *,
    beginning: Belief | None = None,
) -> State:
    """The state after these answers, in order; KeyError for an unknown item.

    `beginning` is the belief to start from (a retake); without it, that of the population.
    """
    start = begun(bank, scope, beginning) if beginning else initial(bank, scope, population)
    return _advanced(start, tuple(steps))


def continued(state: State, steps: Iterable[Step]) -> State:
    """The state after these further answers, in order; KeyError for an unknown item."""
    return _advanced(state, tuple(steps))


def _advanced(state: State, steps: tuple[Step, ...]) -> State:
    if not steps:
        return state
    bank, belief, closed = state.bank, state.belief, state.scope.closed
    asked, direct = state.asked_skills.copy(), state.direct.copy()
    given, left = state.given.copy(), state.left.copy()
    probabilities, foreseen, doubt = list(state.probabilities), list(state.foreseen), state.doubt
    stops = trying.stopping(bank.shortfall)
    for item_id, outcome in steps:
        item = bank.item_index[item_id]
        belief, probability = beliefs.updated(belief, bank, item, outcome)
        constants = bank.constants[item]
        competence, skill, guess = constants.competence, constants.skill, constants.guess
        probabilities.append(probability)
        foreseen.append(trying.foreseen(probability, guess, doubt))
        doubt = trying.doubt_after(doubt, probability, guess, outcome, stops=stops)
        if not (closed[skill] or asked[skill]):
            left[competence] -= 1
        asked[skill] = True
        given[competence] += 1
        if outcome != "technical":
            direct[competence] += 1
    return State(
        bank=bank,
        scope=state.scope,
        beginning=state.beginning,
        belief=belief,
        steps=state.steps + steps,
        probabilities=tuple(probabilities),
        foreseen=tuple(foreseen),
        doubt=doubt,
        asked_skills=asked,
        direct=direct,
        given=given,
        left=left,
    )
