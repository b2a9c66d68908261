"""Campaigns as staff make them: a journey, who may enter, and a fresh code."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.domain.journey import Journey
from webapp.models import Campaign
from webapp.queries.campaigns import find_campaign
from webapp.services import codes
from webapp.services.scales import newest_version
from webapp.services.starting import bank_version


@dataclass(frozen=True)
class NewCampaign:
    """What staff decide; `classroom_id` is needed by a campaign for a class."""

    name: str
    journey: str
    access: str
    organization_id: int
    classroom_id: int | None
    checkpoints: bool
    guests: bool
    closes_at: datetime | None
    minutes: int | None = None


def create_campaign(
    session: Session, catalog: Catalog, new: NewCampaign, *, created_by_id: int | None
) -> Campaign:
    """A new campaign, open at once, of the present state of the content and of the parameters."""
    now = datetime.now(UTC)
    version = newest_version(session)
    campaign = Campaign(
        **vars(new),
        code=_unused_code(session),
        created_by_id=created_by_id,
        bank_version_id=bank_version(session, catalog, now=now),
        parameter_version_id=version.id or None,
        created_at=now,
    )
    session.add(campaign)
    session.flush()
    return campaign


def close_campaign(campaign: Campaign) -> None:
    """Nobody enters any more; those inside may finish."""
    if campaign.closed_at is None:
        campaign.closed_at = datetime.now(UTC)


def reopen_campaign(campaign: Campaign) -> None:
    """One may enter again, with the same code and without an end date."""
    campaign.closed_at = campaign.closes_at = None


def ready(catalog: Catalog, journey: Journey) -> int:
    """How many challenges of the bank this journey may ask."""
    return sum(
        challenge.skill.level <= journey.max_levels.get(challenge.skill.topic.id, 0)
        for challenge in catalog.challenges.values()
    )


def _unused_code(session: Session) -> str:
    while True:
        code = codes.fresh_code()
        if find_campaign(session, code) is None:
            return code
