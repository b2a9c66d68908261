"""Gives outside students an adaptive test of the production engine."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from webapp.engine import exposure, prior, randomness, reporting, selection, stopping
from webapp.engine import state as states
from webapp.engine.bank import ItemBank
from webapp.engine.exposure import Count
from webapp.engine.replay.students_file import Student
from webapp.engine.scope import Scope
from webapp.engine.state import State
from webapp.engine.stopping import Aim

ALL_LEVELS = 8


@dataclass(frozen=True)
class Rules:
    """How to test: `length` questions exactly (else until the stop rule), from which seed.

    `bare` leaves out exposure control and the motivation floor.
    """

    length: int | None = None
    seed: int = 0
    bare: bool = False


@dataclass
class Played:
    """One finished test: the state, each question's item and answer, each decision's time."""

    state: State
    asked: list[tuple[str, int]] = field(default_factory=list)
    decision_us: list[float] = field(default_factory=list)


def played(
    bank: ItemBank, scope: Scope, students: Iterable[Student], rules: Rules
) -> Iterator[tuple[Student, Played]]:
    """The test of each student, in order; with exposure control earlier tests count."""
    aim = _aim(scope, rules)
    counts: dict[str, Count] = {}
    rate = exposure.rate(questions=aim.budget, items=int(scope.items.sum()))
    for student in students:
        aside: frozenset[str] = frozenset()
        if not rules.bare:
            rng = randomness.many(str(rules.seed).encode(), f"eligibility {student.id}", 0)
            aside = exposure.ineligible(bank, counts, rate=rate, rng=rng)
        test = _test(bank, scope, student, rules, aim, aside)
        if not rules.bare:
            given = (item for item, _ in test.asked)
            counts = exposure.counted(bank, counts, aside=aside, given=given)
        yield student, test


def record(student: Student, test: Played, competences: frozenset[str]) -> dict[str, Any]:
    """What is written about one student, for these competences."""
    state = test.state
    found = reporting.report(state, cap=ALL_LEVELS, complete=False)
    skills = state.bank.skills
    mine = [state.bank.competences[place] in competences for place in skills.competence.tolist()]
    return {
        "student": student.id,
        "asked": [list(pair) for pair in test.asked],
        "competences": {
            name: {
                "level": one.level,
                "low": one.low,
                "high": one.high,
                "estimate": one.estimate,
                "pix": one.pix,
            }
            for name, one in found.competences.items()
            if name in competences
        },
        "skills": {
            skill: found.skills[skill] for skill, kept in zip(skills.ids, mine, strict=True) if kept
        },
        "decision_us": test.decision_us,
    }


def _aim(scope: Scope, rules: Rules) -> Aim:
    if rules.length is not None:
        return Aim(budget=rules.length)
    return stopping.usual_aim(scope.competences)


def _test(
    bank: ItemBank, scope: Scope, student: Student, rules: Rules, aim: Aim, aside: frozenset[str]
) -> Played:
    test = Played(states.initial(bank, scope, prior.STANDARD))
    secret = str(rules.seed).encode()
    while stopping.stop_reason(test.state, budget=aim.budget, target=aim.target) is None:
        started = time.perf_counter_ns()
        chance = randomness.chance(secret, student.id, len(test.asked))
        chosen = selection.next_item(
            test.state, chance=chance, ineligible=aside, motivated=not rules.bare
        )
        elapsed = (time.perf_counter_ns() - started) / 1000
        if chosen is None or _learned(test.state, rules, chosen):
            break
        test.decision_us.append(elapsed)
        right = bool(student.right[bank.item_index[chosen.item_id]])
        test.asked.append((chosen.item_id, int(right)))
        test.state = test.state.after(chosen.item_id, "right" if right else "wrong")
    return test


def _learned(state: State, rules: Rules, chosen: selection.Selection) -> bool:
    return rules.length is None and stopping.nothing_left(state, chosen)
