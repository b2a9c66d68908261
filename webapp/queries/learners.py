"""Students, within a campaign or a school."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import Session

from webapp.domain.errors import NotFound
from webapp.models import Campaign, Learner, Participation


class LearnerNotFound(NotFound):
    """No such student here."""

    message = "Cet élève n’est pas sur cette liste."


def classmates(session: Session, classroom_id: int) -> Sequence[Learner]:
    """The students of a class, by last name."""
    return session.scalars(
        select(Learner).where(Learner.classroom_id == classroom_id).order_by(Learner.sort_key)
    ).all()


def people_of(session: Session, campaign: Campaign) -> Sequence[Learner]:
    """Those who choose their name in a list: the class of a campaign that has one, else nobody."""
    if campaign.access != "class" or campaign.classroom_id is None:
        return ()
    return classmates(session, campaign.classroom_id)


def entered(session: Session, campaign_id: int) -> set[UUID]:
    """Who already came into a campaign."""
    return set(
        session.scalars(
            select(Participation.learner_id).where(Participation.campaign_id == campaign_id)
        )
    )


def learner_in(session: Session, campaign: Campaign, learner_id: UUID | None) -> Learner:
    """A student who may enter this campaign or already has; LearnerNotFound otherwise."""
    found = session.scalar(select(Learner).where(Learner.id == learner_id, may_enter(campaign)))
    if found is None:
        raise LearnerNotFound
    return found


def find_returning(session: Session, campaign: Campaign, learner_id: UUID | None) -> Learner | None:
    """The learner signed in, if this campaign is theirs; an open one is anybody’s."""
    if learner_id is None:
        return None
    theirs = true() if campaign.access == "open" else may_enter(campaign)
    return session.scalar(select(Learner).where(Learner.id == learner_id, theirs))


def find_learner(session: Session, learner_id: UUID) -> Learner | None:
    """The student signed in, to name them."""
    return session.get(Learner, learner_id)


def born_on(session: Session, organization_id: int, birth_date: date) -> Sequence[Learner]:
    """The students of a school born on this day: among them names are compared."""
    return session.scalars(
        select(Learner)
        .where(Learner.organization_id == organization_id, Learner.birth_date == birth_date)
        .order_by(Learner.sort_key)
    ).all()


def may_enter(campaign: Campaign) -> ColumnElement[bool]:
    """The students of a campaign: its class, its school, or whoever came in already."""
    came = select(Participation.learner_id).where(Participation.campaign_id == campaign.id)
    if campaign.access == "class":
        return or_(Learner.classroom_id == campaign.classroom_id, Learner.id.in_(came))
    if campaign.access == "school":
        return or_(Learner.organization_id == campaign.organization_id, Learner.id.in_(came))
    return Learner.id.in_(came)
