"""From stored answers to what the engine believes: nothing else is ever trusted.

What somebody answered in earlier tests and practices is carried over, with forgetting.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import numpy as np

from webapp.content import Catalog
from webapp.domain.lately import Lately
from webapp.engine import fatigue, retakes, tutorials
from webapp.engine.bank import ItemBank
from webapp.engine.scope import Scope
from webapp.engine.state import State, Step, begun, continued, initial
from webapp.engine.tutorials import TutorialSpec
from webapp.queries.assessments import Sitting
from webapp.queries.history import History, Met
from webapp.queries.lessons import Lesson
from webapp.services.scales import Scale, bank_of

FORGIVEN = 4  # answers that other workers may have taken since
APART = timedelta(days=1)  # between two answers: less is no time to forget
YEAR = timedelta(days=365.25)
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Run:
    """Answers given one after the other, in one test."""

    began: datetime
    ended: datetime
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class _Opening:
    """All that a belief before its first answer depends on."""

    scale: Scale
    levels: tuple[tuple[str, int], ...] | None
    past: tuple[Run, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    began: datetime = LONG_AGO


_lately = Lately[tuple[_Opening, tuple[Step, ...]], State](40)  # a class, some 3 MB


def sitting_state(scale: Scale, sitting: Sitting, history: History) -> State:
    """Where a test stands: what was known when it began, then its answers.

    Topics and challenges that left the bank since are ignored, here and below.
    """
    bank = bank_of(scale)
    past = runs(bank, history.known_at(sitting.created_at))
    lessons = tuple(Lesson(*each) for each in _lessons_met(sitting))
    levels = _known(bank, sitting.scope)
    opening = _Opening(scale, levels)
    if past or lessons:
        opening = _Opening(scale, levels, past, lessons, sitting.created_at)
    return _replayed(opening, _steps(bank, history.here))


def practice_state(
    scale: Scale,
    scope: Mapping[str, int],
    answers: Sequence[Met],
    lessons: Sequence[Lesson],
    *,
    now: datetime,
) -> State:
    """Where somebody stands in a scope now, after all their answers."""
    bank = bank_of(scale)
    past, began = runs(bank, answers), now
    steps: tuple[Step, ...] = ()
    if past and now - past[-1].ended < APART:
        *earlier, last = past
        past, began, steps = tuple(earlier), last.began, last.steps
    if not past and not lessons:
        began = LONG_AGO
    opening = _Opening(scale, _known(bank, scope), past, tuple(lessons), began)
    return _replayed(opening, steps)


def profile_state(scale: Scale, answers: Sequence[Met], lessons: Sequence[Lesson] = ()) -> State:
    """Where somebody stood in the whole bank after the last of these answers.

    It counts the direct answers of all tests, and begins a new round.
    """
    bank = bank_of(scale)
    found = runs(bank, answers)
    end = _opened(_Opening(scale, None))
    if found:
        *past, last = found
        opening = _Opening(scale, None, tuple(past), tuple(lessons), last.began)
        end = fatigue.sincere(_replayed(opening, last.steps))
    told = [step for run in found for step in run.steps if step.outcome != "technical"]
    places = [bank.items.competence[bank.item_index[step.item_id]] for step in told]
    direct = np.bincount(np.array(places, dtype=np.intp), minlength=len(bank.competences))
    return replace(begun(bank, end.scope, end.belief), direct=direct)


def fresh(state: State, *, asked: Iterable[str] = ()) -> State:
    """The same belief at the beginning of a new round: only these challenges were asked in it."""
    known = [one for one in asked if one in state.bank.item_index]
    return begun(state.bank, state.scope, state.belief, known)


def measured_competences(state: State) -> frozenset[str]:
    """The competences that the scope of a state can measure."""
    flags = zip(state.bank.competences, state.scope.measured.tolist(), strict=True)
    return frozenset(name for name, measured in flags if measured)


def recommendations(
    catalog: Catalog,
    state: State,
    *,
    scope: Mapping[str, int],
    finished: Collection[str] = (),
    limit: int = 3,
) -> list[tuple[str, str, float]]:
    """The tutorials that most probably win something: (tutorial, skill, gain), best first.

    They teach skills of this scope; those already finished are left out.
    """
    specs = [
        TutorialSpec(
            each.id,
            each.topic,
            frozenset(level for level in each.levels if level <= scope.get(each.topic, 0)),
            each.minutes,
        )
        for each in catalog.tutorials.values()
        if each.id not in finished
    ]
    return tutorials.recommended(state, specs, limit)


def runs(bank: ItemBank, answers: Iterable[Met]) -> tuple[Run, ...]:
    """The answers, oldest first, parted where the test changes or a day went by."""
    found: list[list[Met]] = []
    for each in answers:
        if each.challenge not in bank.item_index:
            continue
        if found and _together(found[-1][-1], each):
            found[-1].append(each)
        else:
            found.append([each])
    return tuple(Run(part[0].at, part[-1].at, _steps(bank, part)) for part in found)


def _together(one: Met, other: Met) -> bool:
    return one.assessment_id == other.assessment_id and other.at - one.at < APART


def _steps(bank: ItemBank, answers: Iterable[Met]) -> tuple[Step, ...]:
    known = bank.item_index
    return tuple(
        [Step(each.challenge, each.outcome) for each in answers if each.challenge in known]
    )


def _lessons_met(sitting: Sitting) -> Iterable[tuple[str, datetime]]:
    for topic, at in sitting.opening.get("lessons", ()):
        yield topic, datetime.fromisoformat(at)


@lru_cache(maxsize=64)
def _opened(opening: _Opening) -> State:
    """The state before the first question; when nothing came before, shared by all."""
    bank = bank_of(opening.scale)
    state, ended = initial(bank, Scope.of(bank)), None
    for run in opening.past:
        state = _resumed(state, state.scope, ended, run.began, opening.lessons)
        state = fatigue.sincere(continued(state, run.steps))
        ended = run.ended
    scope = Scope.of(bank, None if opening.levels is None else dict(opening.levels))
    return _resumed(state, scope, ended, opening.began, opening.lessons)


def _resumed(
    state: State,
    scope: Scope,
    ended: datetime | None,
    began: datetime,
    lessons: Iterable[Lesson],
) -> State:
    """A new round, from what is left of the old one after the time between."""
    since = ended or LONG_AGO
    finished = {each.topic for each in lessons if since <= each.at < began}
    if ended is None and not finished:
        return initial(state.bank, scope)
    years = 0.0 if ended is None else max(0.0, (began - ended) / YEAR)
    known = finished.intersection(state.bank.topics)
    return begun(
        state.bank, scope, retakes.carried(state, scope, years=years, tutorials=sorted(known))
    )


def _replayed(opening: _Opening, steps: tuple[Step, ...]) -> State:
    """The state after these steps, beginning where one met lately ends.

    A shorter way to what the whole replay gives: the answers stay the only truth, and any
    process may have forgotten.
    """
    lengths = range(len(steps), max(0, len(steps) - FORGIVEN), -1)
    taken = ((n, _lately.pop((opening, steps[:n]), None)) for n in lengths)
    met, known = next((each for each in taken if each[1]), (0, None))
    state = continued(known or _opened(opening), steps[met:])
    _lately[opening, steps] = state
    return state


def _known(bank: ItemBank, scope: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple([(topic, scope[topic]) for topic in bank.topics if topic in scope])
