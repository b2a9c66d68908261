"""The question page: what it shows of one question, and never more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal
from uuid import UUID

from flask import url_for
from markupsafe import Markup

from webapp.content import Catalog
from webapp.domain.materials import Json
from webapp.engine.progress import Remaining
from webapp.grading import Problem
from webapp.queries.assessments import Sitting, Turn
from webapp.queries.presentations import Asked
from webapp.simulators import ActionRefused
from webapp.ui import moments, positions
from webapp.ui.areas import AreaLabel, area_label
from webapp.ui.materials import EnvironmentScreen, FileScreen, environment_screen, file_screens
from webapp.ui.positions import Position
from webapp.ui.responses import Widget, widget

NOTHING_SAVED = "Rien à enregistrer pour l’instant"
EXPIRED = "Cette page était ouverte depuis longtemps. Relis ta réponse, puis valide-la."


@dataclass(frozen=True)
class SavedLine:
    """« Enregistré à 10:42:07 »: the state (saved, nothing, kept) and the words."""

    state: Literal["saved", "nothing", "kept"]
    text: str


@dataclass(frozen=True)
class Typed:
    """What stands in the fields: from a draft, or from an answer that could not be read."""

    fields: Mapping[str, Sequence[str]]
    problems: tuple[Problem, ...] = ()
    notice: str = ""


@dataclass(frozen=True)
class Work:
    """An environment as it is now: its state, what is open in it, and an action it refused.

    `saved_at` is when something was last done in it.
    """

    state: Mapping[str, Json] | None = None
    view: Mapping[str, str] | None = None
    refusal: ActionRefused | None = None
    saved_at: datetime | None = None


@dataclass(frozen=True)
class QuestionScreen:
    """The question now open.

    `layout` is « plain », « wide » (material beside the answer) or « workshop » (an environment);
    `typed` says what stands in the fields; `revision` is that of the next draft;
    `hint` is shown on demand, in a practice only; no draft is kept when `draft_url` is empty.
    """

    assessment_id: UUID
    test_title: str
    practice: bool
    number: int
    position: Position
    area: AreaLabel
    instruction: str
    situation: Markup
    document: Markup
    answer: Widget | None
    key: str
    typed: Typed
    revision: int
    saved: SavedLine
    files: tuple[FileScreen, ...]
    environment: EnvironmentScreen | None
    layout: Literal["plain", "wide", "workshop"]
    hint: Markup
    answer_url: str
    draft_url: str
    announced: str = ""

    @property
    def title(self) -> str:
        """The title of the page, which starts with the instruction."""
        return ("Erreur : " if self.typed.problems else "") + self.instruction


def question_screen(
    catalog: Catalog,
    turn: Turn,
    *,
    work: Work | None = None,
    typed: Typed | None = None,
    announced: str = "",
) -> QuestionScreen:
    """The page of the open question of a turn, with what was typed in it.

    `announced` is said to screen readers when the page replaces another.
    """
    asked, sitting, work, draft = _open(turn), turn.sitting, work or Work(), turn.draft
    question = asked.question
    documents = file_screens(sitting.id, asked)
    environment = environment_screen(sitting.id, asked, work.state, work.view or {}, work.refusal)
    typed = typed or Typed(draft.fields if draft else {})
    answer_url, draft_url = _addresses(sitting.id)
    return QuestionScreen(
        assessment_id=sitting.id,
        test_title=sitting.title,
        practice=sitting.practice,
        number=asked.number,
        position=position_of(sitting, asked),
        area=area_label(catalog, question.area),
        instruction=question.statement.instruction,
        situation=Markup(question.statement.situation),  # noqa: S704 (made safe by the catalogue)
        document=Markup(question.statement.document),  # noqa: S704 (likewise)
        answer=widget(
            question.variant.response,
            posted=typed.fields,
            problems=typed.problems,
            draft=draft_url,
        ),
        key=asked.key,
        typed=typed,
        revision=1 + (draft.revision if draft else 0),
        saved=saved_line(draft.saved_at if draft else work.saved_at),
        files=documents,
        environment=environment,
        layout=_layout(
            environment is not None, wide=bool(documents or question.statement.document)
        ),
        hint=Markup(question.explanation.hint if sitting.practice else ""),  # noqa: S704
        answer_url=answer_url,
        draft_url=draft_url,
        announced=announced,
    )


@lru_cache(maxsize=256)
def _addresses(test: UUID) -> tuple[str, str]:
    """Where the answers of a test go, and its drafts: the same for each of its questions."""
    return (
        url_for("assessments.create_answer", assessment_id=test),
        url_for("drafts.create_draft", assessment_id=test),
    )


def saved_line(saved_at: datetime | None) -> SavedLine:
    """What to say of what the server has: a draft, or the last gesture in an environment."""
    if saved_at is None:
        return SavedLine("nothing", NOTHING_SAVED)
    return SavedLine("saved", f"Enregistré à {moments.clock(saved_at, seconds=True)}")


def position_of(sitting: Sitting, asked: Asked) -> Position:
    """Where the student stands with this question open."""
    if sitting.practice:
        return positions.in_practice(sitting.title, asked.selection.get("check"))
    end = f"fin à {moments.clock(sitting.ends_at)}" if sitting.ends_at else ""
    return positions.at_question(asked.number, _left(asked), end)


def _left(asked: Asked) -> Remaining | None:
    kept = asked.selection.get("remaining")
    return Remaining(*kept) if kept else None


def _open(turn: Turn) -> Asked:
    if turn.asked is None:
        raise ValueError("no question is open")
    return turn.asked


def _layout(environment: bool, *, wide: bool) -> Literal["plain", "wide", "workshop"]:
    if environment:
        return "workshop"
    return "wide" if wide else "plain"
