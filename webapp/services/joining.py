"""Joining a campaign: a participation and its test, begun once and resumed ever after."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.domain.errors import DomainError
from webapp.models import Campaign, Learner, Participation, table
from webapp.queries.learners import LearnerNotFound, find_returning
from webapp.services import names
from webapp.services.asking import Deck
from webapp.services.inserting import insert_once
from webapp.services.starting import Entry, start_assessment

LEARNER, PARTICIPATION = table(Learner), table(Participation)
NAMED = (
    *("organization_id", "first_name", "last_name"),
    *("sort_key", "match_key", "display", "created_at"),
)
THIRD = 33  # percent: « tiers temps »
TWICE = timedelta(minutes=10)  # within which the same form is the same guest


class JourneyGone(DomainError):
    """The journey of the campaign has left the bank since it was created."""

    status = 409
    message = "Ce parcours n’est plus disponible. Demande à ton enseignant d’en ouvrir un autre."


class ListOnly(DomainError):
    """The campaign takes nobody off its list."""

    message = "Ce test est réservé à la liste. Demande à ton enseignant de t’y ajouter."


@dataclass(frozen=True)
class Guest:
    """Somebody who is on no list."""

    first_name: str
    last_name: str = ""
    key: UUID | None = None


def join_campaign(
    session: Session,
    deck: Deck,
    campaign: Campaign,
    learner: Learner,
    *,
    now: datetime | None = None,
) -> UUID:
    """The test of this learner in this campaign, begun now if it was not."""
    journey = deck.catalog.journeys.get(campaign.journey)
    if journey is None:
        raise JourneyGone
    now = now or datetime.now(UTC)
    participation = _participation(session, campaign, learner, now)
    entry = Entry(
        learner.id,
        participation.id,
        campaign.name,
        campaign.checkpoints,
        organization_id=campaign.organization_id,
        room=_room(campaign, learner),
        parameter_version_id=campaign.parameter_version_id,
        minutes=_minutes(campaign, learner),
    )
    return start_assessment(session, deck, entry, journey, now=now)


def returning_learner(session: Session, campaign: Campaign, learner_id: UUID) -> Learner:
    """The learner signed in, when this campaign is theirs; else LearnerNotFound."""
    found = find_returning(session, campaign, learner_id)
    if found is None:
        raise LearnerNotFound
    return found


def refuse_guests_off_list(campaign: Campaign) -> None:
    """Raise ListOnly when the campaign takes nobody off its list."""
    if campaign.access != "open" and not campaign.guests:
        raise ListOnly


def welcome_guest(session: Session, campaign: Campaign, guest: Guest) -> Learner:
    """A new student of no class, when the campaign is open or lets guests in; else ListOnly.

    The same form sent twice welcomes one guest: its `key` becomes their number.
    """
    refuse_guests_off_list(campaign)
    for learner_id in (guest.key or uuid4(), uuid4()):
        learner = new_learner(guest, organization_id=campaign.organization_id)
        values = {name: getattr(learner, name) for name in NAMED} | {"id": learner_id}
        if insert_once(session.connection(), LEARNER, values, unique=["id"]):
            return session.get_one(Learner, learner_id)
        before = session.scalar(_just_welcomed(campaign, guest))
        if before is not None:
            return before
    raise ListOnly  # two random numbers in a row are never both taken


def _just_welcomed(campaign: Campaign, guest: Guest) -> Select[Learner]:
    """The guest of the same form, minutes ago: never a student of a list, nor one with a secret."""
    return select(Learner).where(
        Learner.id == guest.key,
        Learner.organization_id == campaign.organization_id,
        Learner.classroom_id.is_(None),
        Learner.birth_date.is_(None),
        Learner.secret_hash.is_(None),
        Learner.match_key
        == names.match_key(first_name=guest.first_name, last_name=guest.last_name),
        Learner.created_at > datetime.now(UTC) - TWICE,
    )


def new_learner(guest: Guest, *, organization_id: int | None) -> Learner:
    """A student with the keys of their name, not yet in the session."""
    first_name, last_name = names.tidy(guest.first_name), names.tidy(guest.last_name)
    return Learner(
        organization_id=organization_id,
        first_name=first_name,
        last_name=last_name,
        sort_key=names.sort_key(last_name, first_name),
        match_key=names.match_key(first_name=first_name, last_name=last_name),
        display={},
        created_at=datetime.now(UTC),
    )


def _minutes(campaign: Campaign, learner: Learner) -> int | None:
    """How long the test may last for this learner, their extra time included."""
    if campaign.minutes is None:
        return None
    return math.ceil(campaign.minutes * (100 + learner.extra_time) / 100)


def _room(campaign: Campaign, learner: Learner) -> str:
    """The same for those who sit the test together: a class, or all who are of none."""
    if campaign.access == "class" or learner.classroom_id is None:
        return f"{campaign.id}"
    return f"{campaign.id}:{learner.classroom_id}"


def _participation(
    session: Session, campaign: Campaign, learner: Learner, now: datetime
) -> Participation:
    mine = select(Participation).where(
        Participation.campaign_id == campaign.id, Participation.learner_id == learner.id
    )
    found = session.scalar(mine)
    if found is not None:
        return found
    values = {"campaign_id": campaign.id, "learner_id": learner.id, "created_at": now}
    insert_once(session.connection(), PARTICIPATION, values, unique=["campaign_id", "learner_id"])
    return session.scalars(mine).one()
