"""A question already answered, to read again; what was right only when it may be told."""

from dataclasses import dataclass
from uuid import UUID

from markupsafe import Markup

from webapp import grading
from webapp.content import Catalog
from webapp.queries.assessments import Sitting
from webapp.queries.presentations import Asked
from webapp.ui.areas import AreaLabel, area_label
from webapp.ui.corrections import Correction, correction
from webapp.ui.given import Line, lines
from webapp.ui.materials import EnvironmentScreen, FileScreen, environment_screen, file_screens
from webapp.ui.questions import Work


@dataclass(frozen=True)
class PastScreen:
    """A question as it was asked, with the answer given.

    `correction` is None while the test goes on and this question is not corrected yet.
    """

    assessment_id: UUID
    test_title: str
    number: int
    area: AreaLabel
    instruction: str
    situation: Markup
    document: Markup
    files: tuple[FileScreen, ...]
    environment: EnvironmentScreen | None
    skipped: bool
    given: tuple[Line, ...]
    correction: Correction | None
    finished: bool


def past_screen(
    catalog: Catalog, sitting: Sitting, asked: Asked, *, work: Work | None = None
) -> PastScreen:
    """The page of an answered question; ValueError when it has no answer."""
    given, work = asked.answer, work or Work()
    if given is None:
        raise ValueError("this question has no answer yet")
    question = asked.question
    response = question.variant.response
    return PastScreen(
        assessment_id=sitting.id,
        test_title=sitting.title,
        number=asked.number,
        area=area_label(catalog, question.area),
        instruction=question.statement.instruction,
        situation=Markup(question.statement.situation),  # noqa: S704 (made safe by the catalogue)
        document=Markup(question.statement.document),  # noqa: S704 (likewise)
        files=file_screens(sitting.id, asked),
        environment=environment_screen(sitting.id, asked, work.state, work.view or {}),
        skipped=given.outcome == "skipped",
        given=lines(response, grading.from_json(response, given.value)),
        correction=correction(catalog, asked) if may_be_corrected(sitting, asked) else None,
        finished=sitting.finished_at is not None,
    )


def may_be_corrected(sitting: Sitting, asked: Asked) -> bool:
    """Whether the right answer may be shown: after a checkpoint, at the end, in a practice."""
    if sitting.practice or sitting.finished_at is not None:
        return True
    return sitting.checkpoints and asked.number <= sitting.checkpoint_seen
