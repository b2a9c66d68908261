"""Recording an answer: graded on what was asked, stored once, then the next question."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp import grading, simulators
from webapp.domain.errors import OutOfTurn
from webapp.domain.materials import Json, Simulation
from webapp.domain.verdict import Outcome
from webapp.engine.progress import Remaining
from webapp.models import Answer, table
from webapp.queries.assessments import Answerable, Turn
from webapp.queries.history import History
from webapp.queries.presentations import Asked, Given, answer_of, journal_of
from webapp.services.asking import Deck, ask, next_choice, reasons, remaining_of
from webapp.services.finishing import finish
from webapp.services.inserting import insert_once

ANSWER = table(Answer)
LONGEST_MS = 24 * 3600 * 1000


class AnswerOutOfTurn(OutOfTurn):
    """The question has another answer already."""

    message = "Cette question a déjà reçu une réponse."


@dataclass(frozen=True)
class Reply:
    """What a student gave: the fields posted, and the value read; `skipped` for « Je passe ».

    The value is None when the environment is the answer, and when what was posted again to an
    answered question could not be read.
    """

    fields: dict[str, list[str]]
    value: Any
    skipped: bool

    @property
    def document(self) -> Json:
        """The value as it is stored; None for a pass."""
        return None if self.skipped else grading.to_json(self.value)


def record_answer(
    session: Session, deck: Deck, question: Answerable, reply: Reply, *, now: datetime
) -> Turn | None:
    """Record the answer and ask what comes next: the turn after it.

    None when the same answer had already been recorded: nothing is written. Raises
    AnswerOutOfTurn when another one had.
    """
    asked = question.asked
    given = asked.answer
    if given is None:
        outcome, mistake = _graded(session, asked, reply)
        given = _added(session, asked, reply, outcome, mistake, now)
    if given is not None:
        _refuse_another(given, reply)
        return None
    if question.sitting.practice:
        return Turn(question.sitting, None, asked.number)
    history = question.history.with_answer(asked.question.challenge_id, outcome, now)
    return _next_turn(session, deck, question, history, now=now)


def _added(
    session: Session,
    asked: Asked,
    reply: Reply,
    outcome: Outcome,
    mistake: str | None,
    now: datetime,
) -> Given | None:
    """Add the answer; if another was there first, that one."""
    values = {
        "presentation_id": asked.id,
        "revision": 1,
        "fields": reply.fields,
        "value": reply.document,
        "outcome": outcome,
        "mistake": mistake,
        "duration_ms": _duration(asked, now),
        "created_at": now,
    }
    if insert_once(session, ANSWER, values, unique=["presentation_id", "revision"]):
        return None
    return answer_of(session, presentation_id=asked.id)


def _graded(session: Session, asked: Asked, reply: Reply) -> tuple[Outcome, str | None]:
    if reply.skipped:
        return "skipped", None
    variant = asked.question.variant
    state = None
    if isinstance(variant.material, Simulation):
        journal = journal_of(session, presentation_id=asked.id)
        state = simulators.replayed(variant.material, journal)
    verdict = grading.verdict(variant, reply.value, state)
    return ("right" if verdict.correct else "wrong"), verdict.mistake


def _refuse_another(given: Given, reply: Reply) -> None:
    if (given.outcome == "skipped") != reply.skipped or given.value != reply.document:
        raise AnswerOutOfTurn


def _duration(asked: Asked, now: datetime) -> int | None:
    if asked.opened_at is None:
        return None
    return min(LONGEST_MS, max(0, int((now - asked.opened_at).total_seconds() * 1000)))


def _next_turn(
    session: Session, deck: Deck, question: Answerable, history: History, *, now: datetime
) -> Turn:
    sitting, answered = question.sitting, question.asked.number
    choice = next_choice(
        session,
        deck,
        sitting,
        history,
        tabu=question.tabu,
        previous=_after_one(remaining_of(question.asked)),
        seconds_left=sitting.seconds_left(now),
    )
    if choice.selection is None:
        finish(session, sitting, reason=choice.stop, fit=choice.fit, now=now)
        return Turn(replace(sitting, finished_at=now), None, answered)
    challenge_id = choice.selection.item_id
    following = ask(
        session,
        deck,
        sitting,
        challenge_id=challenge_id,
        attempt=history.presented.get(challenge_id, 0),
        number=answered + 1,
        selection=reasons(choice),
        now=now,
        opened_at=None if sitting.checkpoint_due(answered) else now,
    )
    return Turn(sitting, following, answered)


def _after_one(left: Remaining | None) -> Remaining | None:
    """What was left, less the question just answered."""
    if left is None:
        return None
    return Remaining(max(0, left.low - 1), max(0, left.high - 1), left.minutes)
