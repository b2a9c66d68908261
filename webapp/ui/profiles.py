"""The profile: all that a student's answers say, and how it grew."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from webapp.content import Catalog
from webapp.engine.reporting import PIX, Report, report
from webapp.queries.history import History
from webapp.queries.profile import Taken
from webapp.services.measuring import belief_of
from webapp.ui import moments
from webapp.ui.lessons import LessonCard
from webapp.ui.levels import AreaLines, area_lines
from webapp.ui.results import recommended, summary
from webapp.ui.standing import Standings, standings


@dataclass(frozen=True)
class Milestone:
    """Where the profile stood at the end of a test: the day, the test, the pix then."""

    day: str
    title: str
    pix: int
    out_of: int
    assessment_id: UUID | None


@dataclass(frozen=True)
class OpenTest:
    """Something begun and not finished: where to go on."""

    assessment_id: UUID
    title: str
    practice: bool
    answered: int


@dataclass(frozen=True)
class ProfileScreen:
    """The profile; without any answer, `areas` are all unmeasured and `pix` is 0."""

    pix: int
    out_of: int
    cap: int
    summary: str
    areas: tuple[AreaLines, ...]
    standings: Standings
    lessons: tuple[LessonCard, ...]
    milestones: tuple[Milestone, ...]
    going_on: tuple[OpenTest, ...]
    answers: int


def profile_screen(
    catalog: Catalog, history: History, taken: Sequence[Taken], *, cap: int
) -> ProfileScreen:
    """What all the answers of a student say together."""
    state = belief_of(catalog, None, history.answered)
    found, measured = report(state, cap=cap), _measured(catalog, taken)
    areas = area_lines(catalog, found, measured)
    return ProfileScreen(
        pix=_pix(found, measured),
        out_of=PIX * cap * len(measured),
        cap=cap,
        summary=summary(areas),
        areas=areas,
        standings=standings(catalog, found, _scope(taken)),
        lessons=recommended(catalog, state, history.answered) if measured else (),
        milestones=_milestones(catalog, history, taken, cap=cap),
        going_on=tuple(
            OpenTest(each.id, each.title, each.kind == "practice", each.answered)
            for each in taken
            if each.finished_at is None and (each.answered or each.kind == "campaign")
        ),
        answers=len(history.answered),
    )


def _milestones(
    catalog: Catalog, history: History, taken: Sequence[Taken], *, cap: int
) -> tuple[Milestone, ...]:
    found = []
    for test in taken:
        if test.finished_at is None:
            continue
        until = [each for each in history.answered if each.at <= test.finished_at]
        before = [each for each in taken if each.created_at <= test.created_at]
        measured = _measured(catalog, before)
        then = report(belief_of(catalog, None, until), cap=cap)
        day, out_of = moments.day(test.finished_at), PIX * cap * len(measured)
        found.append(Milestone(day, test.title, _pix(then, measured), out_of, test.id))
    return tuple(found)


def _pix(found: Report, measured: frozenset[str]) -> int:
    return round(sum(found.competences[each].pix for each in measured))


def _measured(catalog: Catalog, taken: Sequence[Taken]) -> frozenset[str]:
    """The competences that these tests could measure, once something was answered."""
    scope = _scope(taken)
    return frozenset(
        each.skill.topic.competence.id
        for each in catalog.challenges.values()
        if each.skill.level <= scope.get(each.skill.topic.id, 0)
    )


def _scope(taken: Sequence[Taken]) -> dict[str, int]:
    scope: dict[str, int] = {}
    for test in taken:
        if test.answered:
            for topic, level in test.scope.items():
                scope[topic] = max(level, scope.get(topic, 0))
    return scope
