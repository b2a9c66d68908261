"""The live page of a campaign: a tile and a line for each student, states by shape and word."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from webapp.queries.campaigns import Place
from webapp.queries.following import Standing
from webapp.services.codes import shown
from webapp.services.names import Label, Named, labels, sort_key
from webapp.simulators.wording import plural
from webapp.ui.campaigns import heading, opening
from webapp.ui.moments import clock
from webapp.ui.staff import Frame

STILL = timedelta(minutes=5)  # without anything from a student: « en pause »
STUCK = 3  # wrong secrets in five minutes: « besoin d’aide »
STATES = ("help", "running", "finished", "quiet", "absent")
SEGMENTS = 15
SORTS = {"nom": "Nom", "etat": "État", "reponses": "Réponses"}


@dataclass(frozen=True)
class Tile:
    """A student: shown name, state, and how far in words and segments.

    `caution` when the answers of the finished test do not go together as those of a person do.
    """

    learner_id: str
    name: str
    full_name: str
    state: str
    line: str
    answered: int
    done: int
    total: int
    entered: str
    last: str
    has_secret: bool
    listed: bool
    caution: bool


@dataclass(frozen=True)
class FollowScreen:
    """A campaign now; `version` changes when anything shown does."""

    frame: Frame
    id: int
    title: str
    opening: str
    code: str
    is_open: bool
    counts: Mapping[str, int]
    tiles: Sequence[Tile]
    lines: Sequence[Tile]
    sort: str
    sorts: Mapping[str, str]
    updated: str
    version: str


def follow_screen(
    frame: Frame, place: Place, standings: Sequence[Standing], *, sort: str
) -> FollowScreen:
    """The page of a campaign, tiles by first name, lines in the order asked for."""
    now = datetime.now(UTC)
    ordered = sorted(standings, key=lambda one: sort_key(one.first_name, one.last_name))
    names = labels([_named(one) for one in ordered])
    tiles = [_tile(one, _shown(label), now) for one, label in zip(ordered, names, strict=True)]
    sort = sort if sort in SORTS else "nom"
    return FollowScreen(
        frame=frame,
        id=place.campaign.id,
        title=heading(place),
        opening=opening(place),
        code=shown(place.campaign.code),
        is_open=place.is_open,
        counts={state: sum(tile.state == state for tile in tiles) for state in STATES},
        tiles=tiles,
        lines=sorted(tiles, key=_order(sort, standings)),
        sort=sort,
        sorts=SORTS,
        updated=clock(now, seconds=True),
        version=_version(tiles, sort, is_open=place.is_open),
    )


def state_of(standing: Standing, now: datetime) -> str:
    """The state of one student, a key of the words of `components/staff.html`."""
    if standing.finished_at is not None:
        return "finished"
    if standing.failures >= STUCK:
        return "help"
    if standing.entered_at is None:
        return "absent"
    last = standing.last_at or standing.entered_at
    return "running" if now - last < STILL else "quiet"


def _tile(standing: Standing, name: str, now: datetime) -> Tile:
    state = state_of(standing, now)
    total = min(standing.budget or SEGMENTS, 40)
    done = total if state == "finished" else min(standing.answered, total)
    return Tile(
        learner_id=str(standing.learner_id),
        name=name,
        full_name=_full_name(standing, name),
        state=state,
        line=_line(standing, state, now),
        answered=standing.answered,
        done=done,
        total=total,
        entered=clock(standing.entered_at) if standing.entered_at else "—",
        last=clock(standing.last_at) if standing.last_at else "—",
        has_secret=standing.has_secret,
        listed=standing.listed,
        caution=standing.fit is not None and standing.fit.caution,
    )


def _full_name(standing: Standing, shown: str) -> str:
    name = f"{standing.last_name} {standing.first_name}".strip()
    return f"{name} {shown[shown.index('(') :]}" if "(" in shown else name


def _shown(label: Label) -> str:
    """« Léa R. », and for homonyms the day of their birthday: « Léa R. (21) »."""
    day = label.detail.rpartition(" ")[2]
    return f"{label} ({day})" if day else str(label)


def _line(standing: Standing, state: str, now: datetime) -> str:
    if state == "finished":
        return plural(standing.answered, "réponse")
    if state == "help":
        return f"{standing.failures} secrets refusés"
    if state == "absent":
        return "—"
    question = f"question {standing.answered + 1}"
    if state == "running":
        return question
    minutes = int((now - (standing.last_at or standing.entered_at or now)).total_seconds() // 60)
    return f"{question}, {minutes} min" if minutes < 60 else question


def _named(standing: Standing) -> Named:
    day = standing.birth_date.day if standing.birth_date else 0
    return Named(standing.first_name, standing.last_name, day)


def _order(sort: str, standings: Sequence[Standing]) -> Callable[[Tile], tuple[int, ...]]:
    rank = {str(one.learner_id): place for place, one in enumerate(standings)}
    keys: dict[str, Callable[[Tile], tuple[int, ...]]] = {
        "nom": lambda tile: (rank[tile.learner_id],),
        "etat": lambda tile: (STATES.index(tile.state), rank[tile.learner_id]),
        "reponses": lambda tile: (-tile.answered, rank[tile.learner_id]),
    }
    return keys[sort]


def _version(tiles: Sequence[Tile], sort: str, *, is_open: bool) -> str:
    return hashlib.sha256(repr((tiles, sort, is_open)).encode()).hexdigest()[:12]
