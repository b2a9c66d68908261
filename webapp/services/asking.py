"""The next question of a test: chosen by the engine, drawn, and stored whole."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from webapp.content import Catalog, drawing, seeding
from webapp.domain import challenge
from webapp.domain.challenge import Question
from webapp.engine import progress, randomness, stopping
from webapp.engine.progress import Remaining
from webapp.engine.selection import Selection, next_item
from webapp.engine.state import State
from webapp.models import Presentation, table
from webapp.queries.assessments import Sitting
from webapp.queries.history import REMEMBERED, History
from webapp.queries.presentations import Asked
from webapp.services.measuring import belief_of

PRESENTATION = table(Presentation)
_INSERTION = insert(PRESENTATION).returning(PRESENTATION.c.id)


@dataclass(frozen=True)
class Deck:
    """What a question is drawn from: the content, and the server's secret."""

    catalog: Catalog
    secret: bytes


@dataclass(frozen=True)
class Choice:
    """What the engine decided: a challenge to ask, or why the test ends."""

    selection: Selection | None
    remaining: Remaining | None
    stop: str | None


def next_choice(
    deck: Deck, sitting: Sitting, history: History, *, now: datetime, previous: Remaining | None
) -> Choice:
    """The challenge that teaches most about this student, or the reason to stop."""
    here = history.here
    state = belief_of(deck.catalog, sitting.scope, here)
    selection = next_item(
        state,
        rng=randomness.rng(deck.secret, str(sitting.id), len(here)),
        seen=history.seen_since(now - REMEMBERED),
    )
    aim = _target(state)
    stop = stopping.stop_reason(state, budget=sitting.budget, target=aim, selection=selection)
    if stop or selection is None:
        return Choice(None, None, stop or "exhausted")
    left = progress.remaining(
        state, budget=sitting.budget, answered=len(here), target=aim, previous=previous
    )
    return Choice(selection, left, None)


def ask(
    session: Session,
    deck: Deck,
    sitting: Sitting,
    *,
    challenge_id: str,
    attempt: int,
    number: int,
    selection: Mapping[str, Any],
    now: datetime,
    opened_at: datetime | None,
) -> Asked:
    """Draw a challenge for this student and store all that was drawn, with a new key.

    `opened_at` is None when something else is shown first.
    """
    question = _drawn(deck, sitting, challenge_id, attempt)
    key = secrets.token_urlsafe(24)
    document = challenge.to_json(question)
    inserted = session.connection().execute(
        _INSERTION,
        {
            "assessment_id": sitting.id,
            "number": number,
            "key": key,
            "challenge": challenge_id,
            "skill": question.skill_id,
            "document": document,
            "selection": dict(selection),
            "created_at": now,
            "opened_at": opened_at,
        },
    )
    asked = Asked(
        id=inserted.scalar_one(),
        number=number,
        key=key,
        document=document,
        selection=selection,
        opened_at=opened_at,
        answer=None,
    )
    asked.__dict__["question"] = question  # what reading the document back would give
    return asked


def reasons(choice: Choice) -> dict[str, Any]:
    """What the engine met at the draw, to be stored with the question."""
    selection, left = choice.selection, choice.remaining
    kept: dict[str, Any] = {}
    if selection is not None:
        kept = {
            "gain": selection.gain,
            "best_gain": selection.best_gain,
            "probability": selection.probability,
        }
    if left is not None:
        kept["remaining"] = [left.low, left.high, left.minutes]
    return kept


def remaining_of(asked: Asked) -> Remaining | None:
    """How much was left when this question was drawn, itself included; None in a practice."""
    kept = asked.selection.get("remaining")
    return Remaining(*kept) if kept else None


def _target(state: State) -> float | None:
    return stopping.usual_aim(int(state.scope.measured.sum())).target


def _drawn(deck: Deck, sitting: Sitting, challenge_id: str, attempt: int) -> Question:
    seed = seeding.seed(
        deck.secret, learner=str(sitting.learner_id), challenge=challenge_id, attempt=attempt
    )
    return drawing.question(deck.catalog, challenge_id, seed)
