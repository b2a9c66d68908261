"""Campaigns, as screens for staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from webapp.content import Catalog
from webapp.domain.journey import Journey
from webapp.domain.responses import Option
from webapp.queries.campaigns import CampaignRow, Place
from webapp.queries.classrooms import ClassroomRow
from webapp.services.codes import shown
from webapp.services.inviting import ready
from webapp.simulators.wording import grouped, plural
from webapp.ui.filled import EMPTY, Filled
from webapp.ui.moments import clock, day, short_day
from webapp.ui.staff import Frame

if TYPE_CHECKING:
    from webapp.models import Organization

KINDS = {
    "discovery": "Découverte",
    "start": "Parcours de rentrée",
    "theme": "Thèmes",
    "subject": "Disciplines",
}
ACCESSES = (
    Option("class", "Une classe : chacun choisit son prénom dans la liste"),
    Option("school", "Tout l’établissement : prénom, nom et date de naissance"),
    Option("open", "Quiconque a le code : un prénom suffit"),
)


@dataclass(frozen=True)
class Line:
    """A campaign in the list."""

    id: int
    name: str
    where: str
    code: str
    opened: str
    is_open: bool
    entered: str
    finished: str


@dataclass(frozen=True)
class CampaignsScreen:
    """The campaigns of the school, open ones first."""

    frame: Frame
    lines: Sequence[Line]
    school_column: bool


@dataclass(frozen=True)
class JourneyGroup:
    """Journeys of one kind: (id, what one reads)."""

    name: str
    options: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class NewCampaignScreen:
    """The form of a new campaign; `schools` is empty for staff of one school."""

    frame: Frame
    journeys: Sequence[JourneyGroup]
    classrooms: Sequence[tuple[int, str]]
    schools: Sequence[tuple[int, str]]
    accesses: Sequence[Option] = ACCESSES
    filled: Filled = EMPTY


@dataclass(frozen=True)
class PosterScreen:
    """The code, the link and the QR; `local` when phones cannot follow the link."""

    frame: Frame
    id: int
    name: str
    where: str
    code: str
    link: str
    local: bool


def lines(rows: Iterable[CampaignRow], *, with_school: bool) -> list[Line]:
    """The campaigns of a list, in their order."""
    return [
        Line(
            id=row.place.campaign.id,
            name=row.place.campaign.name,
            where=where(row.place, with_school=with_school),
            code=shown(row.place.campaign.code),
            opened=short_day(row.place.campaign.created_at),
            is_open=row.place.is_open,
            entered=_entered(row),
            finished=grouped(row.finished),
        )
        for row in rows
    ]


def where(place: Place, *, with_school: bool = False) -> str:
    """« 2de 4 », or whom else the campaign is for."""
    whom = {"school": "Tout l’établissement", "open": "Accès libre"}
    group = place.classroom or whom.get(place.campaign.access, "")
    return f"{group}, {place.school}" if with_school else group


def heading(place: Place) -> str:
    """The name of a campaign with its class: « 2de 4 — Découverte »."""
    return f"{place.classroom} — {place.campaign.name}" if place.classroom else place.campaign.name


def opening(place: Place) -> str:
    """Since when, until when: « Ouvert le lundi 23 novembre 2026 à 10 h 31 »."""
    campaign = place.campaign
    since = f"Ouvert le {day(campaign.created_at)} à {clock(campaign.created_at)}"
    if campaign.minutes is not None:
        since = f"{campaign.minutes} minutes au plus. {since}"
    if campaign.closed_at is not None:
        return f"{since}, fermé le {day(campaign.closed_at)} à {clock(campaign.closed_at)}"
    if campaign.closes_at is not None:
        return f"{since}, jusqu’au {day(campaign.closes_at)} au soir"
    return since


def journey_groups(catalog: Catalog) -> list[JourneyGroup]:
    """The journeys the bank can give, by kind, with their length and what is ready of them."""
    groups: dict[str, list[tuple[str, str]]] = {kind: [] for kind in KINDS}
    for journey in catalog.journeys.values():
        count = ready(catalog, journey)
        if count:
            groups[journey.kind].append((journey.id, _journey_line(journey, count)))
    return [JourneyGroup(KINDS[kind], options) for kind, options in groups.items() if options]


def classroom_options(rows: Iterable[ClassroomRow], *, with_school: bool) -> list[tuple[int, str]]:
    """The classes to choose from, with how many students they have."""
    return [(row.id, _classroom_line(row, with_school=with_school)) for row in rows]


def school_options(schools: Iterable[Organization]) -> list[tuple[int, str]]:
    """The schools to choose from."""
    return [(school.id, school.name) for school in schools]


def _entered(row: CampaignRow) -> str:
    entered = grouped(row.entered)
    return f"{entered} sur {grouped(row.expected)}" if row.expected else entered


def _classroom_line(row: ClassroomRow, *, with_school: bool) -> str:
    school = f", {row.school}" if with_school else ""
    return f"{row.name}{school} ({plural(row.students, 'élève')})"


def _journey_line(journey: Journey, count: int) -> str:
    most = plural(journey.questions, "question")
    line = f"{journey.title} — {journey.minutes} min, {most} au plus"
    return line if count >= journey.questions else f"{line} ({plural(count, 'prête')})"
