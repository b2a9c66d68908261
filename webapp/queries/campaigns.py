"""Campaigns, by their code or by their school."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import Session

from webapp.domain.errors import NotFound
from webapp.models import Account, Campaign, Classroom, Learner, Organization, Participation


class CampaignNotFound(NotFound):
    """No such campaign, or one of another school."""

    message = "Ce test n’existe pas, ou n’est pas de votre établissement."


class UnknownCode(NotFound):
    """No campaign has this code."""

    message = (
        "Aucun test n’a ce code. Un code a 9 lettres et chiffres, par exemple K4T 9WM 7HP : "
        "relis-le avec ton enseignant."
    )


@dataclass(frozen=True)
class Place:
    """A campaign with the names of where it happens; `owner` is who made it."""

    campaign: Campaign
    school: str
    classroom: str
    owner: str

    @property
    def is_open(self) -> bool:
        """Whether one may still enter."""
        closes_at = self.campaign.closes_at
        return self.campaign.closed_at is None and (
            closes_at is None or closes_at > datetime.now(UTC)
        )


@dataclass(frozen=True)
class CampaignRow:
    """A campaign in a list: how many are expected (0 without a list), came in, have finished."""

    place: Place
    expected: int
    entered: int
    finished: int


def campaign_by_code(session: Session, code: str) -> Place:
    """The campaign of this code, open or not; UnknownCode when there is none."""
    found = find_campaign(session, code)
    if found is None:
        raise UnknownCode
    return found


def find_campaign(session: Session, code: str) -> Place | None:
    """The campaign of this code, open or not, or None."""
    row = session.execute(_places().where(Campaign.code == code)).one_or_none()
    return Place(*row) if row else None


def campaign_of(session: Session, *, organization_id: int | None, campaign_id: int) -> Place:
    """A campaign of this school, or of any when None (administrators); else CampaignNotFound."""
    query = _places().where(Campaign.id == campaign_id, _of_school(organization_id))
    row = session.execute(query).one_or_none()
    if row is None:
        raise CampaignNotFound
    return Place(*row)


def campaigns_of(session: Session, *, organization_id: int | None) -> list[CampaignRow]:
    """The campaigns of this school (of all when None), open ones first, newest first."""
    rows = session.execute(_counted().where(_of_school(organization_id))).all()
    found = [
        CampaignRow(Place(campaign, school, classroom, owner), expected, entered, finished)
        for campaign, school, classroom, owner, expected, entered, finished in rows
    ]
    return sorted(found, key=lambda row: not row.place.is_open)


def _places() -> Select[Campaign, str, str, str]:
    return (
        select(
            Campaign,
            Organization.name,
            func.coalesce(Classroom.name, ""),
            func.coalesce(Account.name, ""),
        )
        .join(Organization, Organization.id == Campaign.organization_id)
        .outerjoin(Classroom, Classroom.id == Campaign.classroom_id)
        .outerjoin(Account, Account.id == Campaign.created_by_id)
    )


def _counted() -> Select[Campaign, str, str, str, int, int, int]:
    mine = Participation.campaign_id == Campaign.id
    expected = select(func.count()).where(Learner.classroom_id == Campaign.classroom_id)
    entered = select(func.count()).where(mine)
    finished = select(func.count()).where(mine, Participation.sent_at.is_not(None))
    return (
        _places()
        .add_columns(
            expected.correlate(Campaign).scalar_subquery(),
            entered.correlate(Campaign).scalar_subquery(),
            finished.correlate(Campaign).scalar_subquery(),
        )
        .order_by(Campaign.created_at.desc(), Campaign.id.desc())
    )


def _of_school(organization_id: int | None) -> ColumnElement[bool]:
    return true() if organization_id is None else Campaign.organization_id == organization_id
