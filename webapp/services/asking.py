"""The next question of a test: chosen by the engine, drawn, and stored whole."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from webapp.content import Catalog
from webapp.domain import challenge
from webapp.domain.challenge import Question
from webapp.engine import progress, randomness, stopping
from webapp.engine.fit import Fit, person_fit
from webapp.engine.progress import Remaining
from webapp.engine.selection import NARROW, WIDE, Selection, next_item
from webapp.engine.state import State
from webapp.models import PreparedStatement, Presentation, table
from webapp.queries.answerable import remember
from webapp.queries.assessments import Sitting
from webapp.queries.history import History
from webapp.queries.presentations import UNREAD, Asked
from webapp.services.drawing_anew import Seat, drawn_anew
from webapp.services.measuring import sitting_state
from webapp.services.scales import Scale, scale_of

PRESENTATION = table(Presentation)
_COLUMNS = tuple(each.key for each in PRESENTATION.c if each.key != "id")  # read back later
_INSERTION = PreparedStatement(insert(PRESENTATION).inline(), _COLUMNS)


@dataclass(frozen=True)
class Deck:
    """What a question is drawn from: the content, and the server's secret."""

    catalog: Catalog
    secret: bytes


@dataclass(frozen=True)
class Met:
    """What a draw meets around it, to be stored with its question.

    `tabu` was just given to classmates; `seen` is what the student met in other tests since the
    start of this one.
    """

    tabu: Collection[str] = ()
    seen: Collection[str] = ()


@dataclass(frozen=True)
class Choice:
    """What the engine decided: a challenge to ask, or why the test ends (and how it went)."""

    selection: Selection | None
    remaining: Remaining | None = None
    stop: str | None = None
    met: Met = Met()
    fit: Fit | None = None


def next_choice(
    connection: Connection,
    deck: Deck,
    sitting: Sitting,
    history: History,
    *,
    tabu: Collection[str],
    previous: Remaining | None,
    seconds_left: float | None = None,
) -> Choice:
    """The challenge that teaches most about this student, or the reason to stop.

    `tabu` is what classmates were just asked; `seconds_left` are those of the hour, if the test
    has one.
    """
    scale = scale_of(connection, deck.catalog, sitting.opening)
    met = Met(tabu, history.seen_after(sitting.created_at))
    return choice(deck, scale, sitting, history, met, previous=previous, seconds_left=seconds_left)


def choice(
    deck: Deck,
    scale: Scale,
    sitting: Sitting,
    history: History,
    met: Met,
    *,
    previous: Remaining | None = None,
    seconds_left: float | None = None,
) -> Choice:
    """The same for the same answers, opening, surroundings and secret."""
    here = history.here
    state = sitting_state(scale, sitting, history)
    selection = next_item(
        state,
        chance=randomness.chance(deck.secret, str(sitting.id), len(here)),
        seen=history.seen_at(sitting.created_at).union(met.seen),
        ineligible=frozenset(sitting.opening.get("aside", ())),
        tabu=met.tabu,
        ties=WIDE if sitting.opening.get("wide") else NARROW,
    )
    aim = _target(state)
    stop = stopping.stop_reason(
        state,
        budget=sitting.budget,
        target=aim,
        seconds_left=seconds_left,
        selection=selection,
    )
    if stop or selection is None:
        return Choice(None, stop=stop or "exhausted", fit=person_fit(state))
    left = progress.remaining(
        state,
        budget=sitting.budget,
        answered=len(here),
        target=aim,
        seconds_left=seconds_left,
        previous=previous,
    )
    return Choice(selection, left, met=met)


def ask(
    connection: Connection,
    deck: Deck,
    sitting: Sitting,
    history: History,
    *,
    challenge_id: str,
    number: int,
    selection: Mapping[str, Any],
    now: datetime,
    opened_at: datetime | None,
) -> Asked:
    """Draw a challenge for this student and put it before them, at once."""
    question = drawn(connection, deck, sitting, history, challenge_id)
    return put(
        connection,
        sitting,
        question,
        number=number,
        selection=selection,
        now=now,
        opened_at=opened_at,
    )


def drawn(
    connection: Connection, deck: Deck, sitting: Sitting, history: History, challenge_id: str
) -> Question:
    """A question of this challenge that the student never saw; nothing is written."""
    seat = Seat(deck.catalog, deck.secret, sitting.learner_id, challenge_id)
    return drawn_anew(connection, seat, attempt=history.presented.get(challenge_id, 0))


def put(
    connection: Connection,
    sitting: Sitting,
    question: Question,
    *,
    number: int,
    selection: Mapping[str, Any],
    now: datetime,
    opened_at: datetime | None,
) -> Asked:
    """Store all that was drawn, with a new key.

    `opened_at` is None when something else is shown first.
    """
    key = secrets.token_urlsafe(24)
    document = challenge.to_json(question)
    kept = {**selection, "parameters": sitting.parameter_version_id or 0}
    _INSERTION.added(
        connection,
        {
            "assessment_id": sitting.id,
            "number": number,
            "key": key,
            "challenge": question.challenge_id,
            "skill": question.skill_id,
            "document": document,
            "selection": kept,
            "created_at": now,
            "opened_at": opened_at,
            "room": sitting.room,
        },
    )
    asked = Asked(
        id=UNREAD,
        number=number,
        key=key,
        document=document,
        selection=kept,
        opened_at=opened_at,
        answer=None,
    )
    asked.showing(question)
    remember(asked)
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
    for name, ids in (("tabu", choice.met.tabu), ("seen", choice.met.seen)):
        if ids:
            kept[name] = sorted(ids)
    return kept


def remaining_of(asked: Asked) -> Remaining | None:
    """How much was left when this question was drawn, itself included; None in a practice."""
    kept = asked.selection.get("remaining")
    return Remaining(*kept) if kept else None


def _target(state: State) -> float | None:
    return stopping.usual_aim(state.scope.competences).target
