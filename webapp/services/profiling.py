"""All that is known of a student: now, and at the end of each of their tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.engine.state import State
from webapp.queries.history import Met, history_of
from webapp.queries.lessons import Lesson, lessons_of
from webapp.queries.profile import Taken, taken_by
from webapp.services.measuring import profile_state
from webapp.services.scales import Scale, scale_of

NO_TEST = UUID(int=0)


@dataclass(frozen=True)
class Stage:
    """Where a student stood at the end of a test; `before` are the tests begun until then."""

    test: Taken
    before: Sequence[Taken]
    state: State


@dataclass(frozen=True)
class Profile:
    """What all the answers say: the state after the last, and after each test."""

    answers: Sequence[Met]
    taken: Sequence[Taken]
    lessons: Sequence[Lesson]
    state: State
    stages: Sequence[Stage]


def profile_of(session: Session, catalog: Catalog, *, learner_id: UUID) -> Profile:
    """The profile of this learner.

    Each stage is measured on the scale its test was taken on, the present on that of the last
    test: what was said of somebody changes with their answers only.
    """
    answers = history_of(session, learner_id=learner_id, assessment_id=NO_TEST).answered
    taken = taken_by(session, learner_id=learner_id)
    lessons = lessons_of(session, learner_id=learner_id)
    scales = [scale_of(session.connection(), catalog, test.opening) for test in taken]
    return Profile(
        answers=answers,
        taken=taken,
        lessons=lessons,
        state=profile_state(scales[-1] if scales else Scale(catalog), answers, lessons),
        stages=[
            _stage(scale, test, taken, answers, lessons)
            for scale, test in zip(scales, taken, strict=True)
            if test.finished_at is not None
        ],
    )


def _stage(
    scale: Scale,
    test: Taken,
    taken: Sequence[Taken],
    answers: Sequence[Met],
    lessons: Sequence[Lesson],
) -> Stage:
    until = [each for each in answers if test.finished_at and each.at <= test.finished_at]
    before = [each for each in taken if each.created_at <= test.created_at]
    return Stage(test, before, profile_state(scale, until, lessons))
