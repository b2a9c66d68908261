"""The closed-form belief against the exact posterior, drawn by elliptical slice sampling."""

from dataclasses import dataclass

import numpy as np

from webapp.engine import prior, randomness, selection
from webapp.engine import state as states
from webapp.engine.normal import Floats
from webapp.engine.scope import Scope
from webapp.engine.state import State
from webapp.engine.study import banks, worlds

BURN_IN = 500


@dataclass(frozen=True)
class Agreement:
    """How far the belief is from the exact posterior of the competences.

    `shift` is the rms difference of the means in posterior SDs, `spread` the mean ratio of SDs.
    """

    shift: float
    spread: float


def agreement(*, students: int = 24, answers: int = 30, draws: int = 20_000) -> Agreement:
    """The agreement over some students of the made-up bank with known parameters."""
    rng = np.random.default_rng(4)
    truth = banks.made_up_bank(rng).known(topic_sd=prior.TOPIC_SD)
    crowd = worlds.crowd(truth, "logistic", students, rng)
    shifts, spreads = [], []
    for student in range(students):
        state = _tested(truth, crowd, student, answers)
        sample = _sampled(state, truth, rng, draws) @ state.scope.projection.T
        mean = state.scope.projection @ state.belief.mean[0]
        covariance = state.scope.projection @ state.belief.covariance[0]
        deviation = np.sqrt((covariance * state.scope.projection).sum(axis=1))
        exact = sample.std(axis=0)
        shifts.append(((mean - sample.mean(axis=0)) / exact) ** 2)
        spreads.append(deviation / exact)
    return Agreement(float(np.sqrt(np.mean(shifts))), float(np.mean(spreads)))


def _tested(truth: banks.Truth, crowd: worlds.Crowd, student: int, answers: int) -> State:
    bank = truth.bank
    state = states.initial(bank, Scope.of(bank), prior.STANDARD)
    for position in range(answers):
        rng = randomness.rng(b"sampling", str(student), position)
        chosen = selection.next_item(state, rng=rng, motivated=False)
        if chosen is None:
            break
        right = crowd.answer(student, bank.item_index[chosen.item_id], position)
        state = state.after(chosen.item_id, "right" if right else "wrong")
    return state


def _sampled(state: State, truth: banks.Truth, rng: np.random.Generator, draws: int) -> Floats:
    """Draws of the topics' abilities given the answers, under the logistic model itself."""
    bank = state.bank
    items = np.array([bank.item_index[step.item_id] for step in state.steps])
    right = np.array([step.outcome == "right" for step in state.steps])
    topic, slope = bank.items.topic[items], truth.discrimination[items]
    guess, ceiling = bank.items.guess[items], bank.items.ceiling[items]

    def log_likelihood(ability: Floats) -> float:
        known = 1 / (1 + np.exp(-slope * (ability[topic] - truth.difficulty[items])))
        chance = guess + (ceiling - guess) * known
        return float(np.log(np.where(right, chance, 1 - chance)).sum())

    root = np.linalg.cholesky(bank.covariance)
    now = np.zeros(len(bank.topics))
    kept = np.empty((draws, len(now)))
    for number in range(-BURN_IN, draws):
        other = root @ rng.standard_normal(len(now))
        level = log_likelihood(now) + np.log(rng.random())
        angle = rng.uniform(0, 2 * np.pi)
        low, high = angle - 2 * np.pi, angle
        while True:
            proposed = now * np.cos(angle) + other * np.sin(angle)
            if log_likelihood(proposed) > level:
                break
            low, high = (angle, high) if angle < 0 else (low, angle)
            angle = rng.uniform(low, high)
        now = proposed
        if number >= 0:
            kept[number] = now
    return kept
