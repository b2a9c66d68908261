"""Starting a test: the row, the version of the bank, and the first question."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.domain.errors import DomainError
from webapp.domain.journey import Journey
from webapp.models import Assessment, BankVersion, table
from webapp.queries.assessments import Sitting
from webapp.queries.history import history_of
from webapp.queries.neighbours import asked_around
from webapp.services.asking import Deck, ask, next_choice, reasons
from webapp.services.inserting import insert_once
from webapp.services.preparing import opening_of
from webapp.services.scales import version_of

ASSESSMENT, BANK_VERSION = table(Assessment), table(BankVersion)


class NothingToAsk(DomainError):
    """The bank holds no challenge in this scope."""

    status = 422
    message = "Il n’y a pas encore de question ici. Choisis un autre sujet."


@dataclass(frozen=True)
class Entry:
    """The participation a test belongs to.

    `room` is shared by those who sit it together; the version of the parameters is the one that
    the campaign keeps; `minutes` is how long it may last for this learner, None without limit.
    """

    learner_id: UUID
    participation_id: int
    title: str
    checkpoints: bool
    organization_id: int | None = None
    room: str | None = None
    parameter_version_id: int | None = None
    minutes: int | None = None


def start_assessment(
    session: Session, deck: Deck, entry: Entry, journey: Journey, *, now: datetime
) -> UUID:
    """The test of this participation: the one begun before, else a new one with its question.

    Raises NothingToAsk when the bank holds nothing for the journey.
    """
    begun = _begun(session, entry)
    if begun is not None:
        return begun
    sitting = Sitting(
        id=uuid4(),
        learner_id=entry.learner_id,
        participation_id=entry.participation_id,
        kind="campaign",
        title=entry.title,
        journey=journey.id,
        scope=dict(journey.max_levels),
        budget=journey.questions,
        checkpoints=entry.checkpoints,
        checkpoint_seen=0,
        created_at=now,
        finished_at=None,
        room=entry.room,
        parameter_version_id=entry.parameter_version_id,
    )
    opening = opening_of(
        session,
        deck.catalog,
        sitting,
        version_of(session, entry.parameter_version_id),
        secret=deck.secret,
        organization_id=entry.organization_id,
    )
    sitting = replace(sitting, opening={**opening, "minutes": entry.minutes})
    if not add_sitting(session, deck.catalog, sitting):
        return _begun(session, entry) or sitting.id
    _ask_first(session, deck, sitting, now)
    return sitting.id


def add_sitting(session: Session, catalog: Catalog, sitting: Sitting) -> bool:
    """Store a new test with the version of the bank; False when its participation has one."""
    values = {
        **vars(sitting),
        "bank_version_id": bank_version(session, catalog, now=sitting.created_at),
    }
    return insert_once(session.connection(), ASSESSMENT, values, unique=["participation_id"])


def bank_version(session: Session, catalog: Catalog, *, now: datetime) -> int:
    """The id of the present state of the content, remembered the first time it is met."""
    wanted = select(BankVersion.id).where(BankVersion.digest == catalog.digest)
    found = session.scalar(wanted)
    if found is not None:
        return found
    values = {"digest": catalog.digest, "first_seen_at": now}
    insert_once(session.connection(), BANK_VERSION, values, unique=["digest"])
    return session.scalars(wanted).one()


def _begun(session: Session, entry: Entry) -> UUID | None:
    return session.scalar(
        select(Assessment.id).where(
            Assessment.participation_id == entry.participation_id,
            Assessment.learner_id == entry.learner_id,
        )
    )


def _ask_first(session: Session, deck: Deck, sitting: Sitting, now: datetime) -> None:
    history = history_of(session, learner_id=sitting.learner_id, assessment_id=sitting.id)
    tabu: Set[str] = frozenset()
    if sitting.room is not None:
        tabu = asked_around(session, room=sitting.room, assessment_id=sitting.id, now=now)
    choice = next_choice(session.connection(), deck, sitting, history, tabu=tabu, previous=None)
    if choice.selection is None:
        raise NothingToAsk
    challenge_id = choice.selection.item_id
    ask(
        session.connection(),
        deck,
        sitting,
        history,
        challenge_id=challenge_id,
        number=1,
        selection=reasons(choice),
        now=now,
        opened_at=None,
    )
