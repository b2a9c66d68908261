"""Students of the demonstration take tests as real ones do, through the same services."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp import grading
from webapp.content.casework import solution
from webapp.domain.variant import Variant
from webapp.models import Campaign, Learner
from webapp.queries.answerable import answerable
from webapp.queries.assessments import Turn, turn_of
from webapp.services.acting import perform_action
from webapp.services.answering import Reply, record_answer
from webapp.services.asking import Deck
from webapp.services.joining import join_campaign
from webapp.services.opening import leave_checkpoint, open_question

SKIPPED = 0.08  # of the questions
PACE = (25, 95)  # seconds an answer takes


@dataclass(frozen=True)
class Part:
    """How one student plays: their level (1 to 8), and after how many answers they stop."""

    ability: float
    answers: int


def rehearse(
    session: Session,
    deck: Deck,
    campaign: Campaign,
    learner: Learner,
    *,
    part: Part,
    began: datetime,
    rng: Random,
) -> None:
    """The student enters and answers, until the test ends or their part does."""
    now = began
    assessment_id = join_campaign(session, deck, campaign, learner, now=now)
    for _ in range(part.answers):
        turn = _opened(session, learner.id, assessment_id, now)
        if turn.asked is None:
            return
        now += timedelta(seconds=rng.randint(*PACE))
        reply = _reply(session, deck, turn, part, rng=rng, now=now)
        question = answerable(
            session.connection(),
            learner_id=learner.id,
            epoch=None,
            assessment_id=assessment_id,
            key=turn.asked.key,
            now=now,
        )
        if question is not None:
            record_answer(session.connection(), deck, question, reply, now=now)


def _opened(session: Session, learner_id: UUID, assessment_id: UUID, now: datetime) -> Turn:
    """The question now open, after the corrections if they are due."""
    turn = turn_of(session, learner_id=learner_id, assessment_id=assessment_id)
    if turn.checkpoint_due:
        leave_checkpoint(session, turn, now=now)
    else:
        open_question(session, turn, now=now)
    return turn_of(session, learner_id=learner_id, assessment_id=assessment_id)


def _reply(
    session: Session, deck: Deck, turn: Turn, part: Part, *, rng: Random, now: datetime
) -> Reply:
    """Right as often as the level of the question allows, else a mistake its author named."""
    if turn.asked is None:
        raise ValueError("no question is open")
    if rng.random() < SKIPPED:
        return Reply({}, None, skipped=True)
    variant = turn.asked.question.variant
    level = deck.catalog.skills[turn.asked.question.skill_id].level
    answer = solution(variant, mistake=_mistake(variant, part.ability - level, rng))
    for action in answer["actions"]:
        perform_action(session, turn.asked, action, now=now)
    fields = _posted(answer["fields"])
    return Reply(fields, grading.read(variant.response, fields), skipped=False)


def _mistake(variant: Variant, ease: float, rng: Random) -> str | None:
    if rng.random() < 1 / (1 + math.exp(-ease)):
        return None
    return rng.choice(sorted(variant.mistakes))


def _posted(fields: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: [one] if isinstance(one, str) else list(one) for name, one in fields.items()}
