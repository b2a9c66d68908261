"""A practice whose open question is one given draw."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from webapp.content import Catalog, drawing
from webapp.domain import challenge as challenges
from webapp.models import Presentation
from webapp.queries.assessments import Sitting
from webapp.services.practising import BUDGET, HIGHEST
from webapp.services.starting import add_sitting


def open_draw(
    session: Session,
    catalog: Catalog,
    learner_id: UUID,
    challenge_id: str,
    *,
    seed: int,
    now: datetime,
) -> UUID:
    """The practice where this draw waits for an answer; BadContent when it cannot be drawn."""
    question = drawing.question(catalog, challenge_id, seed)
    title = f"{challenge_id}, tirage {seed}"
    sitting = _sitting(learner_id, topic=question.topic_id, title=title, now=now)
    add_sitting(session, catalog, sitting)
    session.add(
        Presentation(
            assessment_id=sitting.id,
            number=1,
            key=secrets.token_urlsafe(24),
            challenge=challenge_id,
            skill=question.skill_id,
            document=challenges.to_json(question),
            selection={},
            created_at=now,
            opened_at=now,
        )
    )
    return sitting.id


def _sitting(learner_id: UUID, *, topic: str, title: str, now: datetime) -> Sitting:
    return Sitting(
        id=uuid4(),
        learner_id=learner_id,
        participation_id=None,
        kind="practice",
        title=title,
        journey=None,
        scope={topic: HIGHEST},
        budget=BUDGET,
        checkpoints=False,
        checkpoint_seen=0,
        created_at=now,
        finished_at=None,
    )
