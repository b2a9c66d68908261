"""The profile: all that a student's answers say, and how it grew."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from webapp.content import Catalog
from webapp.engine.reporting import PIX, Report, report
from webapp.queries.profile import Taken
from webapp.services.profiling import Profile, Stage
from webapp.ui import moments
from webapp.ui.lessons import LessonCard
from webapp.ui.levels import AreaLines, area_lines
from webapp.ui.results import recommended, summary
from webapp.ui.standing import Standings, standings

LEAST_FOR_A_MEDAL = 2  # tests


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
    """The profile; without any answer, `areas` are all unmeasured and `pix` is 0.

    `pix` is the latest score; `medal` is the best one at the end of a test, None before the second.
    """

    pix: int
    out_of: int
    cap: int
    summary: str
    areas: tuple[AreaLines, ...]
    standings: Standings
    lessons: tuple[LessonCard, ...]
    milestones: tuple[Milestone, ...]
    medal: Milestone | None
    going_on: tuple[OpenTest, ...]
    answers: int


def profile_screen(catalog: Catalog, profile: Profile, *, cap: int) -> ProfileScreen:
    """What all the answers of a student say together."""
    found, measured = report(profile.state, cap=cap), _measured(catalog, profile.taken)
    scope = _scope(profile.taken)
    areas = area_lines(catalog, found, measured)
    milestones = _milestones(catalog, profile.stages, cap=cap)
    return ProfileScreen(
        pix=_pix(found, measured),
        out_of=PIX * cap * len(measured),
        cap=cap,
        summary=summary(areas),
        areas=areas,
        standings=standings(catalog, found, scope),
        lessons=recommended(
            catalog,
            profile.state,
            profile.answers,
            scope=scope,
            finished={each.tutorial for each in profile.lessons},
        ),
        milestones=milestones,
        medal=_medal(milestones),
        going_on=tuple(
            OpenTest(each.id, each.title, each.kind == "practice", each.answered)
            for each in profile.taken
            if each.finished_at is None and (each.answered or each.kind == "campaign")
        ),
        answers=len(profile.answers),
    )


def _medal(milestones: Sequence[Milestone]) -> Milestone | None:
    """The best score at the end of a test, once there are two to choose from."""
    if len(milestones) < LEAST_FOR_A_MEDAL:
        return None
    return max(milestones, key=lambda one: one.pix)


def _milestones(catalog: Catalog, stages: Sequence[Stage], *, cap: int) -> tuple[Milestone, ...]:
    found = []
    for stage in stages:
        measured = _measured(catalog, stage.before)
        then = report(stage.state, cap=cap)
        day = moments.day(stage.test.finished_at or stage.test.created_at)
        out_of = PIX * cap * len(measured)
        found.append(Milestone(day, stage.test.title, _pix(then, measured), out_of, stage.test.id))
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
