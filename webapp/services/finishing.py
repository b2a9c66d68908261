"""The end of a test: dated, and received by the teacher without another click."""

import secrets
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, select, update

from webapp.engine.fit import Fit
from webapp.models import Assessment, Participation, table
from webapp.queries.assessments import Sitting

TEST, ENTRY = table(Assessment), table(Participation)
RECEIPT_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that could be confused
RECEIPT_LENGTH = 6


def finish(
    connection: Connection, sitting: Sitting, *, reason: str | None, fit: Fit | None, now: datetime
) -> None:
    """End the test; its teacher receives it, with a receipt code.

    `fit` says how the answers go together; a copy, since the answers say it too.
    """
    connection.execute(
        update(TEST)
        .where(TEST.c.id == sitting.id, TEST.c.finished_at.is_(None))
        .values(finished_at=now, stop_reason=reason, fit=fit and asdict(fit))
    )
    if sitting.participation_id is not None:
        connection.execute(
            update(ENTRY)
            .where(ENTRY.c.id == sitting.participation_id, ENTRY.c.sent_at.is_(None))
            .values(sent_at=now, receipt=_free_receipt(connection))
        )


def _free_receipt(connection: Connection) -> str:
    while True:
        code = "".join(secrets.choice(RECEIPT_LETTERS) for _ in range(RECEIPT_LENGTH))
        if connection.scalar(select(ENTRY.c.id).where(ENTRY.c.receipt == code)) is None:
            return code
