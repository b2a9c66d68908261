"""Recording an answer: graded on what was asked, stored once, then the next question."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from webapp import grading, simulators
from webapp.domain.challenge import Question
from webapp.domain.errors import OutOfTurn
from webapp.domain.materials import Json, Simulation
from webapp.domain.verdict import Outcome
from webapp.engine.progress import Remaining
from webapp.models import Answer, table
from webapp.queries.answerable import Answerable
from webapp.queries.assessments import Turn
from webapp.queries.presentations import Asked, Given, Journal, answer_of, hold, journal_of
from webapp.services.asking import Choice, Deck, drawn, next_choice, put, reasons, remaining_of
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


@dataclass(frozen=True)
class Prepared:
    """An answer graded and what comes after it, drawn: all that takes long, and nothing written.

    Without `outcome` the question had its answer already; without `choice` it is of a practice,
    where nothing follows by itself; without `following` the test ends. `journal` holds the
    gestures that were judged, when the environment counts.
    """

    question: Answerable
    reply: Reply
    now: datetime
    outcome: Outcome | None = None
    mistake: str | None = None
    journal: Journal | None = None
    choice: Choice | None = None
    following: Question | None = None


def record_answer(
    connection: Connection, deck: Deck, question: Answerable, reply: Reply, *, now: datetime
) -> Turn | None:
    """Prepare and record an answer in one transaction; as `recorded`."""
    return recorded(connection, deck, prepared(connection, deck, question, reply, now=now))


def prepared(
    connection: Connection, deck: Deck, question: Answerable, reply: Reply, *, now: datetime
) -> Prepared:
    """Grade the answer, choose and draw the next question; nobody is kept waiting for it."""
    asked, sitting = question.asked, question.sitting
    if asked.answer is not None:
        return Prepared(question, reply, now)
    journal = _judged_journal(question, reply)
    outcome, mistake = _graded(asked, reply, journal)
    if sitting.practice:
        return Prepared(question, reply, now, outcome, mistake, journal)
    history = question.history.with_answer(asked.question.challenge_id, outcome, now)
    choice = next_choice(
        connection,
        deck,
        sitting,
        history,
        tabu=question.tabu,
        previous=_after_one(remaining_of(asked)),
        seconds_left=sitting.seconds_left(now),
    )
    following = None
    if choice.selection is not None:
        following = drawn(connection, deck, sitting, history, choice.selection.item_id)
    return Prepared(question, reply, now, outcome, mistake, journal, choice, following)


def recorded(connection: Connection, deck: Deck, answer: Prepared) -> Turn | None:
    """Record the answer and put the next question, or end the test: the turn after it.

    None when the same answer had already been recorded: nothing is written. Raises
    AnswerOutOfTurn when another one had. The first to arrive decides, whatever was read before.
    """
    if answer.journal is not None:
        answer = _with_last_gestures(connection, deck, answer)
    given = answer.question.asked.answer or _added(connection, answer)
    if given is not None:
        _refuse_another(given, answer.reply)
        return None
    return _next_turn(connection, answer)


def _with_last_gestures(connection: Connection, deck: Deck, answer: Prepared) -> Prepared:
    """The same, or prepared again when a gesture arrived since: from here on none can."""
    asked = answer.question.asked
    hold(connection, presentation_id=asked.id)
    journal = journal_of(connection, presentation_id=asked.id)
    if journal == answer.journal:
        return answer
    question = replace(answer.question, journal=journal)
    return prepared(connection, deck, question, answer.reply, now=answer.now)


def _added(connection: Connection, answer: Prepared) -> Given | None:
    """Add the answer; if another was there first, that one."""
    asked, reply = answer.question.asked, answer.reply
    values = {
        "presentation_id": asked.id,
        "revision": 1,
        "fields": reply.fields,
        "value": reply.document,
        "outcome": answer.outcome,
        "mistake": answer.mistake,
        "duration_ms": _duration(asked, answer.now),
        "created_at": answer.now,
    }
    if insert_once(connection, ANSWER, values, unique=["presentation_id", "revision"]):
        return None
    return answer_of(connection, presentation_id=asked.id)


def _judged_journal(question: Answerable, reply: Reply) -> Journal | None:
    """The gestures that an answer is judged by; None without environment, or for a pass."""
    material = question.asked.question.variant.material
    return question.journal if isinstance(material, Simulation) and not reply.skipped else None


def _graded(asked: Asked, reply: Reply, journal: Journal | None) -> tuple[Outcome, str | None]:
    if reply.skipped:
        return "skipped", None
    variant = asked.question.variant
    state = None
    if isinstance(variant.material, Simulation):
        state = simulators.replayed(variant.material, journal or ())
    verdict = grading.verdict(variant, reply.value, state)
    return ("right" if verdict.correct else "wrong"), verdict.mistake


def _refuse_another(given: Given, reply: Reply) -> None:
    if (given.outcome == "skipped") != reply.skipped or given.value != reply.document:
        raise AnswerOutOfTurn


def _duration(asked: Asked, now: datetime) -> int | None:
    if asked.opened_at is None:
        return None
    return min(LONGEST_MS, max(0, int((now - asked.opened_at).total_seconds() * 1000)))


def _next_turn(connection: Connection, answer: Prepared) -> Turn:
    sitting, answered, now = answer.question.sitting, answer.question.asked.number, answer.now
    choice = answer.choice
    if choice is None:
        return Turn(sitting, None, answered)
    if answer.following is None:
        finish(connection, sitting, reason=choice.stop, fit=choice.fit, now=now)
        return Turn(replace(sitting, finished_at=now), None, answered)
    following = put(
        connection,
        sitting,
        answer.following,
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
