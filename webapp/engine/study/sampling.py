"""The closed-form belief against the exact posterior, drawn by elliptical slice sampling."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from webapp.engine import prior, randomness, selection
from webapp.engine import state as states
from webapp.engine.bank import Indices
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
        chance = randomness.chance(b"sampling", str(student), position)
        chosen = selection.next_item(state, chance=chance, motivated=False)
        if chosen is None:
            break
        right = crowd.answer(student, bank.item_index[chosen.item_id], position)
        state = state.after(chosen.item_id, "right" if right else "wrong")
    return state


def _sampled(state: State, truth: banks.Truth, rng: np.random.Generator, draws: int) -> Floats:
    """Draws of the topics' abilities given the answers, under the logistic model itself.

    Elliptical slice sampling (Murray, Adams and MacKay, 2010).
    """
    topic, chance = _likelihood(state, truth)
    root = np.linalg.cholesky(state.bank.covariance)
    now = np.zeros(len(state.bank.topics))
    likely = chance(now[topic])
    kept = np.empty((draws, len(now)))
    for number in range(-BURN_IN, draws):
        other = root @ rng.standard_normal(len(now))
        here, there = now.take(topic), other.take(topic)
        level = likely * rng.random()
        angle = math.tau * rng.random()
        low, high = angle - math.tau, angle
        while True:
            cosine, sine = math.cos(angle), math.sin(angle)
            likely = chance(here * cosine + there * sine)
            if likely > level:
                break
            low, high = (angle, high) if angle < 0 else (low, angle)
            angle = low + (high - low) * rng.random()
        now = now * cosine + other * sine
        if number >= 0:
            kept[number] = now
    return kept


def _likelihood(state: State, truth: banks.Truth) -> tuple[Indices, Callable[[Floats], float]]:
    """The topic of each answer, and how likely all answers are for abilities in those topics."""
    bank = state.bank
    items = np.array([bank.item_index[step.item_id] for step in state.steps])
    right = np.array([step.outcome == "right" for step in state.steps])
    slope, difficulty = truth.discrimination[items], truth.difficulty[items]
    guess, ceiling = bank.items.guess[items], bank.items.ceiling[items]
    base = np.where(right, guess, 1 - guess)
    rise = np.where(right, ceiling - guess, guess - ceiling)

    def chance(ability: Floats) -> float:
        """The product of base + rise / (1 + exp(slope (difficulty - ability)))."""
        known = difficulty - ability
        known *= slope
        np.exp(known, out=known)
        known += 1
        np.divide(rise, known, out=known)
        known += base
        return float(np.multiply.reduce(known))

    return bank.items.topic[items], chance
