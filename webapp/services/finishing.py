"""The end of a test: dated, and received by the teacher without another click."""

import secrets
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from webapp.engine.fit import Fit
from webapp.models import Assessment, Participation, table
from webapp.queries.assessments import Sitting

_TEST, _ENTRY = table(Assessment), table(Participation)
RECEIPT_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that could be confused
RECEIPT_LENGTH = 6


def finish(
    connection: Connection, sitting: Sitting, *, reason: str | None, fit: Fit | None, now: datetime
) -> None:
    """End the test; its teacher receives it, with a receipt code.

    `fit` says how the answers go together; a copy, since the answers say it too.
    """
    end = {"finished_at": now, "stop_reason": reason, "fit": fit and asdict(fit)}
    connection.execute(_END, {"test": sitting.id, **end})
    if sitting.participation_id is not None:
        sent = {"sent_at": now, "receipt": _free_receipt(connection)}
        connection.execute(_SENDING, {"entry": sitting.participation_id, **sent})


def _free_receipt(connection: Connection) -> str:
    while True:
        code = "".join(secrets.choice(RECEIPT_LETTERS) for _ in range(RECEIPT_LENGTH))
        if connection.scalar(_OF_RECEIPT, {"code": code}) is None:
            return code


# Built once: a class ends in the same minute.
_END = (
    update(_TEST)
    .where(_TEST.c.id == bindparam("test"), _TEST.c.finished_at.is_(None))
    .values({name: bindparam(name) for name in ("finished_at", "stop_reason", "fit")})
)
_SENDING = (
    update(_ENTRY)
    .where(_ENTRY.c.id == bindparam("entry"), _ENTRY.c.sent_at.is_(None))
    .values({name: bindparam(name) for name in ("sent_at", "receipt")})
)
_OF_RECEIPT = select(_ENTRY.c.id).where(_ENTRY.c.receipt == bindparam("code"))
