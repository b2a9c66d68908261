"""Every answer beside what all the other answers of its student say of the topic."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine import belief as beliefs
from webapp.engine import fatigue, prior, retakes
from webapp.engine import state as states
from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.belief import Belief
from webapp.engine.normal import Floats
from webapp.engine.prior import Population
from webapp.engine.scope import Scope
from webapp.engine.state import State, Step

UNTOLD = ("technical", "hour_over")  # these outcomes say neither right nor wrong


@dataclass(frozen=True)
class Past:
    """What came before a test: answers, the years after them, the tutorials finished then."""

    steps: tuple[Step, ...]
    years: float
    tutorials: tuple[str, ...] = ()  # their topics


@dataclass(frozen=True)
class Record:
    """The answers of one student, in order; `group` is one of two, for the fairness of items.

    `past` is what the student had answered before, oldest first.
    """

    steps: tuple[Step, ...]
    group: int = 0
    past: tuple[Past, ...] = ()

    def begun(self, bank: ItemBank, scope: Scope, population: Population) -> State:
        """The state before the first answer, as the test itself began: nothing is learnt twice."""
        now = states.initial(bank, scope, population)
        for one in self.past:
            end = fatigue.sincere(states.continued(now, one.steps))
            belief = retakes.carried(
                end, scope, years=one.years, tutorials=one.tutorials, population=population
            )
            now = states.begun(bank, scope, belief)
        return now

    def replayed(self, bank: ItemBank, scope: Scope, population: Population) -> State:
        """The state after the last answer."""
        return states.continued(self.begun(bank, scope, population), self.steps)


@dataclass(frozen=True)
class Evidence:
    """One row an answer.

    `mean` and `variance` are those of the ability in the topic, this answer left out; the
    likelihood of the answer is base + rise Φ(alpha (ability - difficulty)). `right` means nothing
    where the hour ended first, which `told` says. `likelihood` (tests by slopes) is how well each
    slope foresaw the answers of a test, beside the best one.
    """

    item: Indices
    base: Floats
    rise: Floats
    alpha: Floats
    mean: Floats
    variance: Floats
    right: Floats
    told: Flags
    test: Indices
    likelihood: Floats


def gathered(
    bank: ItemBank, tests: Sequence[Record], population: Population = prior.STANDARD
) -> Evidence:
    """The evidence of these tests; answers that say nothing (technical failures) are left out."""
    scope = Scope.of(bank)
    rows: list[tuple[float, ...]] = []
    likelihood = np.empty((len(tests), bank.slopes))
    for number, test in enumerate(tests):
        start = test.begun(bank, scope, population).belief
        end, trail = _followed(bank, start, test)
        likelihood[number] = _likelihood(bank, start, end)
        rows += [(*one, number) for one in _left_out(bank, end, trail)]
    columns = np.array(rows, dtype=np.float64).reshape(-1, 9).T
    return Evidence(
        item=columns[0].astype(np.intp),
        base=columns[1],
        rise=columns[2],
        alpha=columns[3],
        mean=columns[4],
        variance=columns[5],
        right=columns[6],
        told=columns[7] > 0,
        test=columns[8].astype(np.intp),
        likelihood=likelihood,
    )


def likelihoods(bank: ItemBank, ends: Sequence[State]) -> Floats:
    """How well each slope foresaw the answers of each of these tests, as in the evidence."""
    found = [_likelihood(bank, end.beginning, end.belief) for end in ends]
    return np.array(found).reshape(-1, bank.slopes)


def _likelihood(bank: ItemBank, start: Belief, end: Belief) -> Floats:
    found = np.full(bank.slopes, math.exp(beliefs.RULED_OUT))
    alive = slice(end.first, end.first + len(end.log_weights))
    foreseen = end.log_weights - start.log_weights[alive]
    found[alive] = np.exp(foreseen - foreseen.max())
    return found


@dataclass(frozen=True)
class _Mark:
    """An answer, and the belief around it."""

    step: Step
    item: int
    before: Belief
    after: Belief


def _followed(bank: ItemBank, start: Belief, test: Record) -> tuple[Belief, list[_Mark]]:
    belief, trail = start, []
    for step in test.steps:
        item = bank.item_index[step.item_id]
        after, _ = beliefs.updated(belief, bank, item, step.outcome)
        if step.outcome != "technical":
            trail.append(_Mark(step, item, belief, after))
        belief = after
    return belief, trail


def _left_out(bank: ItemBank, end: Belief, trail: list[_Mark]) -> list[tuple[float, ...]]:
    """The rows of one test, under the slope that its answers make most probable."""
    slope = end.first + int(end.log_weights.argmax())
    found: list[tuple[float, ...]] = []
    for mark in trail:
        topic = int(bank.items.topic[mark.item])
        precision, shift = _natural(end, slope, topic)
        after, before = (_natural(one, slope, topic) for one in (mark.after, mark.before))
        precision = max(
            precision - (after[0] - before[0]), 1 / float(bank.covariance[topic, topic])
        )
        guess, ceiling = float(bank.items.guess[mark.item]), float(bank.items.ceiling[mark.item])
        found.append(
            (
                mark.item,
                *beliefs.likelihood(mark.step.outcome, guess, ceiling),
                float(bank.items.alpha[slope, mark.item]),
                (shift - (after[1] - before[1])) / precision,
                1 / precision,
                float(mark.step.outcome == "right"),
                float(mark.step.outcome not in UNTOLD),
            )
        )
    return found


def _natural(belief: Belief, slope: int, topic: int) -> tuple[float, float]:
    """Precision, and precision times mean, of the topic under a slope of the bank."""
    row = slope - belief.first
    variance = float(belief.variance[row, topic])
    return 1 / variance, float(belief.mean[row, topic]) / variance
