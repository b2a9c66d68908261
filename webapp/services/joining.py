"""Joining a campaign: a participation and its test, begun once and resumed ever after."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domain.errors import DomainError
from webapp.models import Campaign, Learner, Participation
from webapp.queries.learners import LearnerNotFound, find_returning
from webapp.services import names
from webapp.services.asking import Deck
from webapp.services.starting import Entry, start_assessment


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
    entry = Entry(learner.id, participation.id, campaign.name, campaign.checkpoints)
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
    """A new student of no class, when the campaign is open or lets guests in; else ListOnly."""
    refuse_guests_off_list(campaign)
    learner = new_learner(guest, organization_id=campaign.organization_id)
    session.add(learner)
    session.flush()
    return learner


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


def _participation(
    session: Session, campaign: Campaign, learner: Learner, now: datetime
) -> Participation:
    found = session.scalar(
        select(Participation).where(
            Participation.campaign_id == campaign.id, Participation.learner_id == learner.id
        )
    )
    if found is None:
        found = Participation(campaign_id=campaign.id, learner_id=learner.id, created_at=now)
        session.add(found)
        session.flush()
    return found
