"""A draw that its student never saw: another seed each time, and another when it falls the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from webapp.content import Catalog, drawing, seeding
from webapp.domain import challenge
from webapp.domain.challenge import Question
from webapp.domain.materials import Json
from webapp.models import Assessment, Presentation

TRIES = 10  # some challenges have few draws: then one comes back


@dataclass(frozen=True)
class Seat:
    """What decides a draw: the content, the server's secret, the learner, the challenge."""

    catalog: Catalog
    secret: bytes
    learner_id: UUID
    challenge_id: str

    def drawn(self, attempt: int) -> Question:
        """The question of this attempt, counted from 0."""
        seed = seeding.seed(
            self.secret,
            learner=str(self.learner_id),
            challenge=self.challenge_id,
            attempt=attempt,
        )
        return drawing.question(self.catalog, self.challenge_id, seed)


def drawn_anew(connection: Connection, seat: Seat, *, attempt: int) -> Question:
    """A question that this learner never saw, who met its challenge `attempt` times already."""
    question = seat.drawn(attempt)
    if not attempt:
        return question
    before = _seen(connection, seat)
    for further in range(1, TRIES):
        if _essence(challenge.to_json(question)) not in before:
            break
        question = seat.drawn(attempt + further)
    return question


def _seen(connection: Connection, seat: Seat) -> set[str]:
    rows = connection.scalars(
        select(Presentation.document)
        .join(Assessment, Assessment.id == Presentation.assessment_id)
        .where(
            Assessment.learner_id == seat.learner_id,
            Presentation.challenge == seat.challenge_id,
        )
    )
    return {_essence(row) for row in rows}


def _essence(document: Mapping[str, Json]) -> str:
    """What makes a draw: the texts, the values and the material, not the order of the options."""
    variant = document["variant"]
    parts = [document["statement"], variant["params"], variant["material"]]
    return json.dumps(parts, sort_keys=True)
