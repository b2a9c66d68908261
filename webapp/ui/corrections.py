"""Corrections: each question, my answer, the right one, the sentence of my mistake, the idea."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from markupsafe import Markup

from webapp import grading
from webapp.content import Catalog
from webapp.domain.challenge import Question
from webapp.domain.responses import NoResponse
from webapp.engine.progress import Remaining
from webapp.queries.assessments import Sitting, Turn
from webapp.queries.presentations import Asked, Given
from webapp.ui import positions
from webapp.ui.areas import AreaLabel, area_label
from webapp.ui.given import Line, lines
from webapp.ui.lessons import LessonCard, lesson_card
from webapp.ui.positions import Position

Status = Literal["right", "review", "skipped"]

NUMBERS = ("Aucune", "Une", "Deux", "Trois", "Quatre", "Cinq", "Six", "Sept", "Huit", "Neuf", "Dix")


@dataclass(frozen=True)
class Correction:
    """One question with its answer and what to learn from it.

    `given` and `right` are an answer in words, a line each, empty where the environment was the
    answer; `trap` is the sentence of the mistake made, when it is a known one.
    """

    number: int
    title: str
    area: AreaLabel
    status: Status
    given: tuple[Line, ...]
    right: tuple[Line, ...]
    trap: Markup
    idea: Markup
    lesson: LessonCard | None


@dataclass(frozen=True)
class CheckpointScreen:
    """The corrections of the last answers, before the next question."""

    assessment_id: UUID
    test_title: str
    answered: int
    position: Position
    title: str
    advice: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class FeedbackScreen:
    """A practice question just answered: the verdict at once, and a twin to try.

    `lesson_id` is the lesson to go back to, at the end of its self-check.
    """

    assessment_id: UUID
    test_title: str
    number: int
    position: Position
    situation: Markup
    correction: Correction
    headline: str
    lesson_id: str = ""

    @property
    def right(self) -> bool:
        """Whether the answer was right."""
        return self.correction.status == "right"


def correction(catalog: Catalog, asked: Asked) -> Correction:
    """The correction of an answered question, from what was frozen; ValueError before that."""
    if asked.answer is None:
        raise ValueError("this question has no answer yet")
    question, given = asked.question, asked.answer
    response = question.variant.response
    value = grading.from_json(response, given.value)
    return Correction(
        number=asked.number,
        title=question.statement.instruction,
        area=area_label(catalog, question.area),
        status=status_of(given),
        given=()
        if given.outcome == "skipped"
        else lines(response, value, _parts(question, value, given)),
        right=right_lines(question),
        trap=Markup(question.explanation.mistakes.get(given.mistake or "", "")),  # noqa: S704
        idea=Markup(question.explanation.idea),  # noqa: S704 (made safe by the catalogue)
        lesson=lesson_card(catalog, question.tutorials),
    )


def _parts(question: Question, value: Any, given: Given) -> tuple[bool, ...]:
    """Which parts were right, when all of them were not."""
    return grading.parts(question.variant, value) if given.outcome == "wrong" else ()


def right_lines(question: Question) -> tuple[Line, ...]:
    """A right answer in words; nothing where the environment is the answer."""
    response = question.variant.response
    if isinstance(response, NoResponse):
        return ()
    return lines(response, grading.right_answer(question.variant))


def status_of(given: Given) -> Status:
    """How an answer ended, as corrections say it."""
    return {"right": "right", "skipped": "skipped"}.get(given.outcome, "review")  # type: ignore[return-value]


def checkpoint_screen(catalog: Catalog, turn: Turn, questions: Sequence[Asked]) -> CheckpointScreen:
    """The corrections of the questions answered since the last checkpoint."""
    corrections = tuple(correction(catalog, each) for each in questions)
    right = sum(each.status == "right" for each in corrections)
    return CheckpointScreen(
        assessment_id=turn.sitting.id,
        test_title=turn.sitting.title,
        answered=turn.answered,
        position=positions.at_checkpoint(turn.answered, _left(turn)),
        title=_score(right, len(corrections)),
        advice=_advice(
            missed=sum(each.status == "review" for each in corrections),
            skipped=sum(each.status == "skipped" for each in corrections),
        ),
        corrections=corrections,
    )


def feedback_screen(catalog: Catalog, sitting: Sitting, asked: Asked) -> FeedbackScreen:
    """What to say at once of a practice answer; a self-check ends where its lesson is."""
    found = correction(catalog, asked)
    check = asked.selection.get("check")
    last = check is not None and check[0] == check[1]
    return FeedbackScreen(
        assessment_id=sitting.id,
        test_title=sitting.title,
        number=asked.number,
        position=positions.in_practice(sitting.title, check),
        situation=Markup(asked.question.statement.situation),  # noqa: S704 (of the catalogue)
        correction=found,
        headline=_HEADLINES[found.status],
        lesson_id=sitting.opening.get("tutorial", "") if last else "",
    )


_HEADLINES = {
    "right": "C’est juste.",
    "review": "Pas encore.",
    "skipped": "Passée : voici comment faire.",
}


def _score(right: int, total: int) -> str:
    plural = "s" if right > 1 else ""
    last = NUMBERS[total].lower() if total < len(NUMBERS) else str(total)
    many = NUMBERS[right] if right < len(NUMBERS) else str(right)
    return f"{many} réponse{plural} juste{plural} sur tes {last} dernières"


def _advice(*, missed: int, skipped: int) -> str:
    if missed == 0 and skipped == 0:
        return "Rien à revoir ici. Relis si tu veux, ou continue : tu retrouveras tout à la fin."
    what = {0: "voir comment faire", 1: "comprendre l’erreur"}.get(missed, "comprendre tes erreurs")
    return f"Prends deux minutes pour {what}, ou continue : tu retrouveras tout à la fin."


def _left(turn: Turn) -> Remaining | None:
    kept = turn.asked.selection.get("remaining") if turn.asked else None
    return Remaining(*kept) if kept else None
