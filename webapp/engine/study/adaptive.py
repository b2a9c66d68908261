"""Our engine in the study."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine import exposure, fit, prior, randomness, reporting, selection
from webapp.engine import state as states
from webapp.engine.bank import ItemBank
from webapp.engine.exposure import Count
from webapp.engine.normal import Floats
from webapp.engine.scope import Scope
from webapp.engine.state import State
from webapp.engine.study.outcomes import Estimates, Run
from webapp.engine.study.worlds import Crowd

CAP = 8


@dataclass(frozen=True)
class Manner:
    """How the engine tests: with the motivation floor, with exposure control, from a seed."""

    motivated: bool = False
    exposed: bool = False
    seed: int = 0


def run(bank: ItemBank, crowd: Crowd, checkpoints: Sequence[int], manner: Manner) -> Run:
    """Every student tested up to the last checkpoint."""
    scope = Scope.of(bank)
    found = Run()
    counts: dict[str, Count] = {}
    rate = exposure.rate(questions=max(checkpoints), items=len(bank.items.ids))
    reports: dict[int, list[reporting.Report]] = {length: [] for length in checkpoints}
    abilities: dict[int, list[Floats]] = {length: [] for length in checkpoints}
    for student in range(len(crowd)):
        aside: frozenset[str] = frozenset()
        if manner.exposed:
            rng = randomness.many(str(manner.seed).encode(), f"eligible {student}", 0)
            aside = exposure.ineligible(bank, counts, rate=rate, rng=rng)
        state = states.initial(bank, scope, prior.STANDARD)
        while len(state.steps) < max(checkpoints):
            chosen = _next(state, student, aside, manner)
            if chosen is None:
                break
            right = crowd.answer(student, bank.item_index[chosen], len(state.steps))
            state = state.after(chosen, "right" if right else "wrong")
            if len(state.steps) in reports:
                now = reporting.report(state, cap=CAP, complete=False)
                reports[len(state.steps)].append(now)
                abilities[len(state.steps)].append(_ability(state))
        _note(found, state)
        if manner.exposed:
            given = [step.item_id for step in state.steps]
            counts = exposure.counted(bank, counts, aside=aside, given=given)
    found.estimates = {length: _estimates(some) for length, some in reports.items()}
    found.skills = {length: _skills(some) for length, some in reports.items()}
    found.ability = {length: np.array(some) for length, some in abilities.items()}
    return found


def _next(state: State, student: int, aside: frozenset[str], manner: Manner) -> str | None:
    secret = str(manner.seed).encode()
    chosen = selection.next_item(
        state,
        chance=randomness.chance(secret, str(student), len(state.steps)),
        ineligible=aside,
        motivated=manner.motivated,
    )
    return chosen.item_id if chosen else None


def _note(found: Run, state: State) -> None:
    found.asked.append([state.bank.item_index[step.item_id] for step in state.steps])
    right = [step.outcome == "right" for step in state.steps]
    found.answers.append(right)
    found.expected.append(list(state.foreseen))
    found.right.append(float(np.mean(right)))
    found.surprise.append(fit.person_fit(state).surprise)


def _ability(state: State) -> Floats:
    """The expected ability in each competence, averaged over the slopes."""
    found: Floats = state.scope.projection @ (state.belief.weights @ state.belief.mean)
    return found


def _skills(reports: list[reporting.Report]) -> Floats:
    return np.array([list(one.skills.values()) for one in reports])


def _estimates(reports: list[reporting.Report]) -> Estimates:
    rows = [list(one.competences.values()) for one in reports]
    return Estimates(
        pix=np.array([[one.pix for one in row] for row in rows]),
        level=np.array([[one.level for one in row] for row in rows]),
        low=np.array([[one.low for one in row] for row in rows]),
        high=np.array([[one.high for one in row] for row in rows]),
    )
