"""The way in, as screens: the code, the class list, the secret, a name and a birth date."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias
from uuid import UUID, uuid4

from webapp.queries.campaigns import Place
from webapp.services.names import Label, Named, folded, labels, sort_key
from webapp.ui.filled import EMPTY, Filled

if TYPE_CHECKING:
    from webapp.models import Learner


@dataclass(frozen=True)
class HomeScreen:
    """The form of the code: what was typed, why it leads nowhere, and the other doors."""

    action: str
    staff: str
    resume: str = ""
    code: str = ""
    error: str = ""


@dataclass(frozen=True)
class EndedScreen:
    """A session ended from elsewhere: an adult’s, or a student’s."""

    adult: bool


@dataclass(frozen=True)
class Header:
    """What stands above every page of a campaign: its name, then « 2de 4 — lycée Ferdinand »."""

    campaign: str
    group: str
    school: str


@dataclass(frozen=True)
class Person:
    """Somebody of a class list; `detail` tells homonyms apart, `entered` who came already."""

    id: str
    first_name: str
    initials: str
    detail: str
    entered: bool


@dataclass(frozen=True)
class Me:
    """Who is there: the letters of the disc, the name, the class."""

    letters: str
    name: str
    group: str = ""


@dataclass(frozen=True)
class RosterScreen:
    """The class list: those whose name begins as `typed`, and whether guests may enter."""

    template: ClassVar[str] = "participations/roster"
    code: str
    header: Header
    people: Sequence[Person]
    typed: str
    guests: bool
    me: Me | None = None


@dataclass(frozen=True)
class IdentityScreen:
    """A name and a birth date, with what was typed and what is wrong with it."""

    template: ClassVar[str] = "participations/identity"
    code: str
    header: Header
    guests: bool
    filled: Filled = EMPTY
    refusal: str = ""
    me: Me | None = None


@dataclass(frozen=True)
class GuestScreen:
    """A first name, and a last one when `full_name`: then there is a list to go back to.

    `key` tells one guest from another when the form is sent twice.
    """

    template: ClassVar[str] = "participations/guest"
    code: str
    header: Header
    full_name: bool
    filled: Filled = EMPTY
    me: Me | None = None
    key: str = field(default_factory=lambda: str(uuid4()))


@dataclass(frozen=True)
class SecretScreen:
    """Four digits: set when `new`, asked otherwise."""

    template: ClassVar[str] = "participations/secret"
    code: str
    header: Header
    me: Me
    first_name: str
    learner_id: str
    new: bool
    error: str = ""


DoorScreen: TypeAlias = RosterScreen | IdentityScreen | GuestScreen


def door_screen(
    place: Place,
    people: Sequence[Learner],
    entered: Collection[UUID],
    *,
    returning: Learner | None,
    typed: str,
) -> DoorScreen:
    """How one enters this campaign: by the class list, by name and birth date, or freely."""
    campaign = place.campaign
    known = me(returning, people, place.classroom) if returning else None
    if campaign.access == "class":
        shown = listed(people, entered, typed)
        return RosterScreen(
            campaign.code, header(place), shown, typed, guests=campaign.guests, me=known
        )
    if campaign.access == "school":
        return IdentityScreen(campaign.code, header(place), guests=campaign.guests, me=known)
    return GuestScreen(campaign.code, header(place), full_name=False, me=known)


def secret_screen(
    place: Place, learner: Learner, classmates: Sequence[Learner], *, error: str = ""
) -> SecretScreen:
    """The four digits of one student."""
    return SecretScreen(
        code=place.campaign.code,
        header=header(place),
        me=me(learner, classmates, place.classroom),
        first_name=learner.first_name,
        learner_id=str(learner.id),
        new=learner.secret_hash is None,
        error=error,
    )


def identity_screen(place: Place, filled: Filled, refusal: str = "") -> IdentityScreen:
    """The same form with what was typed, and what is wrong with it."""
    return IdentityScreen(
        code=place.campaign.code,
        header=header(place),
        guests=place.campaign.guests,
        filled=filled,
        refusal=refusal,
    )


def guest_screen(place: Place, filled: Filled) -> GuestScreen:
    """The door of those who are on no list, with what they typed."""
    return GuestScreen(
        code=place.campaign.code,
        header=header(place),
        full_name=place.campaign.access != "open",
        filled=filled,
    )


def header(place: Place) -> Header:
    """The header of the pages of a campaign."""
    return Header(place.campaign.name, place.classroom, place.school)


def listed(learners: Sequence[Learner], entered: Collection[UUID], typed: str) -> list[Person]:
    """The people of a class by first name, those whose name begins as typed."""
    ordered = sorted(learners, key=lambda one: sort_key(one.first_name, one.last_name))
    shown = labels([named(one) for one in ordered])
    return [
        Person(
            str(one.id), label.first_name, label.initials, label.detail, entered=one.id in entered
        )
        for one, label in zip(ordered, shown, strict=True)
        if _begins(label, typed)
    ]


def named(learner: Learner) -> Named:
    """A student to be told apart from others."""
    day = learner.birth_date.day if learner.birth_date else 0
    return Named(learner.first_name, learner.last_name, day)


def me(learner: Learner, classmates: Sequence[Learner] = (), group: str = "") -> Me:
    """Who is there: the first name, and initials that no classmate shares."""
    others = [one for one in classmates if one.id != learner.id]
    label = labels([named(one) for one in (learner, *others)])[0]
    letters = (learner.first_name[:1] + learner.last_name[:1]).upper()
    return Me(letters, str(label), group)


def _begins(label: Label, typed: str) -> bool:
    """Whether what is typed begins a first name, then perhaps the last name of these initials.

    The last name itself is not searched: letter by letter it could be guessed.
    """
    words, initials = folded(label.first_name).split(), folded(label.initials)
    first, *others = folded(typed).split() or [""]
    return any(word.startswith(first) for word in words) and all(
        any(word.startswith(one) for word in words)
        or (bool(initials) and (one.startswith(initials) or initials.startswith(one)))
        for one in others
    )
