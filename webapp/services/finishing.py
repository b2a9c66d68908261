"""The end of a test: dated, and received by the teacher without another click."""

import secrets
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from webapp.engine.fit import Fit
from webapp.models import Assessment, Participation
from webapp.queries.assessments import Sitting

RECEIPT_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that could be confused
RECEIPT_LENGTH = 6


def finish(
    session: Session, sitting: Sitting, *, reason: str | None, fit: Fit | None, now: datetime
) -> None:
    """End the test; its teacher receives it, with a receipt code.

    `fit` says how the answers go together; a copy, since the answers say it too.
    """
    session.execute(
        update(Assessment)
        .where(Assessment.id == sitting.id, Assessment.finished_at.is_(None))
        .values(finished_at=now, stop_reason=reason, fit=fit and asdict(fit))
        .execution_options(synchronize_session=False)
    )
    if sitting.participation_id is not None:
        session.execute(
            update(Participation)
            .where(Participation.id == sitting.participation_id, Participation.sent_at.is_(None))
            .values(sent_at=now, receipt=_free_receipt(session))
            .execution_options(synchronize_session=False)
        )


def _free_receipt(session: Session) -> str:
    while True:
        code = "".join(secrets.choice(RECEIPT_LETTERS) for _ in range(RECEIPT_LENGTH))
        if session.scalar(select(Participation.id).where(Participation.receipt == code)) is None:
            return code
