"""Tutorials as cards and as a lesson page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from markupsafe import Markup

from webapp.content import Catalog
from webapp.domain.tutorial import Source, Tutorial
from webapp.ui import moments
from webapp.ui.areas import AreaLabel, area_label

NUMBERS = ("zéro", "une", "deux", "trois", "quatre", "cinq")
KINDS = {
    "article": "article",
    "sheet": "fiche",
    "exercise": "exercice",
    "animation": "animation",
}


@dataclass(frozen=True)
class LessonCard:
    """A tutorial to follow: why this one, what it is, how long it takes (minutes)."""

    title: str
    href: str
    reason: str
    kind: str
    minutes: int
    area: int


@dataclass(frozen=True)
class Reader:
    """The student who reads a lesson, and when they finished it."""

    finished_at: datetime | None = None


@dataclass(frozen=True)
class LessonScreen:
    """A lesson to read, and where to practise what it teaches.

    `finished` is the day its student finished it, empty before; `can_finish` is for students.
    """

    id: str
    title: str
    area: AreaLabel
    kind: str
    minutes: int
    teaches: str
    body: Markup
    sources: tuple[Source, ...]
    topic_id: str
    topic_title: str
    can_practise: bool
    checks: str
    can_finish: bool
    finished: str


def lesson_card(
    catalog: Catalog, ids: Iterable[str], reason: str | None = None
) -> LessonCard | None:
    """The card of the first of these tutorials that the bank still holds; None when none is."""
    known = (catalog.tutorials[each] for each in ids if each in catalog.tutorials)
    found = next(known, None)
    return None if found is None else card_of(catalog, found, reason or found.teaches)


def card_of(catalog: Catalog, tutorial: Tutorial, reason: str) -> LessonCard:
    """The card of a tutorial, with the reason to follow it."""
    return LessonCard(
        title=tutorial.title,
        href=url_for("tutorials.show_tutorial", tutorial_id=tutorial.id),
        reason=reason,
        kind=KINDS[tutorial.kind],
        minutes=tutorial.minutes,
        area=_area(catalog, tutorial),
    )


def lesson_screen(
    catalog: Catalog, tutorial: Tutorial, reader: Reader | None = None
) -> LessonScreen:
    """The page of a tutorial; `reader` is None for anybody but a student."""
    finished_at = reader.finished_at if reader else None
    topic = catalog.topics[tutorial.topic]
    asked = any(each.skill.topic.id == topic.id for each in catalog.challenges.values())
    return LessonScreen(
        id=tutorial.id,
        title=tutorial.title,
        area=area_label(catalog, _area(catalog, tutorial)),
        kind=KINDS[tutorial.kind],
        minutes=tutorial.minutes,
        teaches=tutorial.teaches,
        body=Markup(tutorial.html),  # noqa: S704 (made safe by the catalogue)
        sources=tutorial.sources,
        topic_id=topic.id,
        topic_title=topic.title,
        can_practise=asked,
        checks=_checks(sum(each in catalog.challenges for each in tutorial.check)),
        can_finish=reader is not None and finished_at is None,
        finished=moments.day(finished_at) if finished_at else "",
    )


def _checks(count: int) -> str:
    """What the button of the self-check says; empty when the bank holds none of its questions."""
    if count < 2:
        return "Vérifier en une question" if count else ""
    return f"Vérifier en {NUMBERS[count]} questions"


def _area(catalog: Catalog, tutorial: Tutorial) -> int:
    return catalog.topics[tutorial.topic].competence.area.number
