"""How often each challenge is given in a school: read when a test starts, never in its course.

A finished test joins the counts when the next one of the school starts: no answer waits for it,
and no two answers change the same rows at once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.engine import exposure, randomness
from webapp.engine.bank import ItemBank
from webapp.engine.exposure import NEVER, Count
from webapp.models import (
    Assessment,
    Campaign,
    ExposureCount,
    Participation,
    Presentation,
    table,
)
from webapp.queries.assessments import Sitting

AT_ONCE = 60  # finished tests counted by one that starts
YOUNG = 50  # times given: until half of the challenges reach it, their answers are wanted
COUNT = table(ExposureCount)


@dataclass(frozen=True)
class Aside:
    """What a test leaves aside, and whether it draws widely, for a bank that is still young."""

    challenges: tuple[str, ...] = ()
    wide: bool = False


def drawn_aside(
    session: Session, bank: ItemBank, sitting: Sitting, *, organization_id: int, secret: bytes
) -> Aside:
    """What this test of a school will ask only for want of better."""
    counts = _counts(session, organization_id)
    mine = _in_scope(bank, sitting.scope)
    aside = exposure.ineligible(
        bank,
        counts,
        rate=exposure.rate(questions=sitting.budget, items=len(mine)),
        rng=randomness.many(secret, f"eligibility {sitting.id}", 0),
    )
    given = [counts.get(one, NEVER).given for one in mine]
    return Aside(tuple(sorted(aside.intersection(mine))), bool(given) and median(given) < YOUNG)


def count_finished(
    session: Session, bank: ItemBank, *, organization_id: int, now: datetime
) -> None:
    """The finished tests of a school join its counts, each once."""
    tests = session.execute(
        _CLAIM, {"organization": organization_id, "at_most": AT_ONCE, "moment": now}
    ).all()
    if not tests:
        return
    asked = _asked(session, [test.id for test in tests])
    eligible, given = Counter[str](), Counter[str]()
    for test in tests:
        eligible.update(_in_scope(bank, test.scope) - set(test.opening.get("aside", ())))
        given.update(asked[test.id])
    _add(session, organization_id, eligible, given)


def _in_scope(bank: ItemBank, scope: Mapping[str, int]) -> frozenset[str]:
    items = zip(
        bank.items.ids,
        bank.items.topic.tolist(),
        bank.skills.level[bank.items.skill].tolist(),
        strict=True,
    )
    return frozenset(
        one for one, topic, level in items if level <= scope.get(bank.topics[topic], 0)
    )


def _counts(session: Session, organization_id: int) -> dict[str, Count]:
    rows = session.execute(
        select(COUNT.c.challenge, COUNT.c.eligible, COUNT.c.given).where(
            COUNT.c.organization_id == organization_id
        )
    )
    return {challenge: Count(eligible, given) for challenge, eligible, given in rows}


def _asked(session: Session, tests: Iterable[UUID]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = {test: set() for test in tests}
    rows = session.execute(
        select(Presentation.assessment_id, Presentation.challenge).where(
            Presentation.assessment_id.in_(found)
        )
    )
    for test, challenge in rows:
        found[test].add(challenge)
    return found


def _add(
    session: Session, organization_id: int, eligible: Counter[str], given: Counter[str]
) -> None:
    """In the order of the ids, so that two schools' or two workers' additions never cross."""
    touched = sorted(eligible.keys() | given.keys())
    if not touched:
        return
    insert: Any = postgresql.insert if _dialect(session) == "postgresql" else sqlite.insert
    statement = insert(COUNT)
    statement = statement.on_conflict_do_update(
        index_elements=["organization_id", "challenge"],
        set_={
            "eligible": COUNT.c.eligible + statement.excluded.eligible,
            "given": COUNT.c.given + statement.excluded.given,
        },
    )
    rows = [
        {
            "organization_id": organization_id,
            "challenge": one,
            "eligible": eligible[one],
            "given": given[one],
        }
        for one in touched
    ]
    session.connection().execute(statement, rows)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


_TEST = table(Assessment)
_WAITING = (
    select(_TEST.c.id)
    .join_from(_TEST, table(Participation), Participation.id == _TEST.c.participation_id)
    .join(table(Campaign), Campaign.id == Participation.campaign_id)
    .where(
        Campaign.organization_id == bindparam("organization"),
        _TEST.c.finished_at.is_not(None),
        _TEST.c.counted_at.is_(None),
    )
    .order_by(_TEST.c.finished_at)
    .limit(bindparam("at_most"))
    .with_for_update(of=_TEST, skip_locked=True)  # another worker may be counting them
)
_CLAIM = (
    update(_TEST)
    .where(_TEST.c.id.in_(_WAITING))
    .values(counted_at=bindparam("moment"))
    .returning(_TEST.c.id, _TEST.c.scope, _TEST.c.opening)
)
