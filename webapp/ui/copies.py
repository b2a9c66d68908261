"""« Ma copie »: the whole test as it was asked, from what was frozen only."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from uuid import UUID

from markupsafe import Markup

from webapp import simulators
from webapp.content import Catalog
from webapp.domain.materials import Simulation
from webapp.domain.responses import (
    Blanks,
    Choice,
    Choices,
    Matching,
    NoResponse,
    Option,
    Ordering,
    Response,
)
from webapp.queries.assessments import Sitting
from webapp.queries.presentations import Asked
from webapp.queries.results import Sent
from webapp.ui import moments
from webapp.ui.corrections import Correction, correction
from webapp.ui.given import Line
from webapp.ui.materials import FileScreen, file_screens
from webapp.ui.results import spaced


@dataclass(frozen=True)
class CopyQuestion:
    """One question: what was read, what could be chosen, and its correction."""

    situation: Markup
    document: Markup
    files: tuple[FileScreen, ...]
    environment: str
    offered: tuple[Line, ...]
    answered_at: str
    correction: Correction


@dataclass(frozen=True)
class CopyScreen:
    """A finished test, printable."""

    assessment_id: UUID
    test_title: str
    who: str
    day: str
    received: str
    receipt: str
    questions: tuple[CopyQuestion, ...]


def copy_screen(
    catalog: Catalog, sitting: Sitting, sent: Sent, questions: Sequence[Asked]
) -> CopyScreen:
    """The copy of a test."""
    return CopyScreen(
        assessment_id=sitting.id,
        test_title=sitting.title,
        who=sent.who,
        day=moments.day(sitting.created_at),
        received=f"Reçue par ton enseignant à {moments.clock(sent.sent_at)}"
        if sent.sent_at
        else "",
        receipt=spaced(sent.receipt),
        questions=tuple(_question(catalog, sitting, each) for each in questions),
    )


def offered_lines(response: Response) -> tuple[Line, ...]:
    """What the student could choose, order, match or fill, as the page offered it."""
    match response:
        case NoResponse():
            return ()
        case Choice(options=options) | Choices(options=options):
            return _lettered(options)
        case Ordering(items=items):
            return tuple(Line("", item.text) for item in items)
        case Matching(items=items, labels=labels):
            choices = " / ".join(label.text for label in labels)
            return (*(Line("", item.text) for item in items), Line("Au choix", choices))
        case Blanks(blanks=blanks):
            return tuple(Line("", blank.label) for blank in blanks)
        case _:
            return (Line("", response.label),) if response.label else ()


def _lettered(options: Sequence[Option]) -> tuple[Line, ...]:
    letters = zip(ascii_uppercase, options, strict=False)
    return tuple(Line(letter, option.text) for letter, option in letters)


def _question(catalog: Catalog, sitting: Sitting, asked: Asked) -> CopyQuestion:
    question, given = asked.question, asked.answer
    return CopyQuestion(
        situation=Markup(question.statement.situation),  # noqa: S704 (made safe by the catalogue)
        document=Markup(question.statement.document),  # noqa: S704 (likewise)
        files=file_screens(sitting.id, asked),
        environment=_environment(asked),
        offered=offered_lines(question.variant.response),
        answered_at=moments.clock(given.at) if given else "",
        correction=correction(catalog, asked),
    )


def _environment(asked: Asked) -> str:
    material = asked.question.variant.material
    if not isinstance(material, Simulation):
        return ""
    return simulators.environment(material.environment).title
