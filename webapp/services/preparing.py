"""What a test meets at its start and keeps to its end: its scale, what it leaves aside, lessons."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.queries.assessments import Sitting
from webapp.queries.lessons import lessons_of
from webapp.services.exposing import Aside, count_finished, drawn_aside
from webapp.services.scales import Scale, Version, bank_of


def opening_of(
    session: Session,
    catalog: Catalog,
    sitting: Sitting,
    version: Version,
    *,
    secret: bytes,
    organization_id: int | None,
) -> dict[str, Any]:
    """The document that makes every later draw of this test the same again."""
    aside = Aside()
    if organization_id is not None:
        bank = bank_of(Scale(catalog, version))
        count_finished(session, bank, organization_id=organization_id, now=sitting.created_at)
        aside = drawn_aside(session, bank, sitting, organization_id=organization_id, secret=secret)
    return {
        "aside": list(aside.challenges),
        "wide": aside.wide,
        "lessons": _lessons(session, sitting.learner_id, sitting.created_at),
        "parameters": version.to_json(),
    }


def _lessons(session: Session, learner_id: UUID, now: datetime) -> list[list[str]]:
    finished = lessons_of(session, learner_id=learner_id)
    return [[each.topic, each.at.isoformat()] for each in finished if each.at < now]
