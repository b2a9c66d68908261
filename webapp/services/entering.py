"""The code: what was typed, and the campaign it opens."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from webapp.domain.errors import OutOfTurn
from webapp.queries.campaigns import Place, campaign_by_code, find_campaign
from webapp.services import attempts, codes

MALFORMED = (
    "Un code a 9 lettres et chiffres, par exemple K4T 9WM 7HP. Relis le tien, "
    "ou demande-le à ton enseignant."
)
UNKNOWN = (
    "Aucun test n’a ce code. Un code a 9 lettres et chiffres, par exemple K4T 9WM 7HP : "
    "relis-le lettre par lettre, ou demande-le à ton enseignant."
)


class CampaignClosed(OutOfTurn):
    """One may no longer enter."""

    def __init__(self, place: Place) -> None:
        super().__init__(closed_sentence(place))


@dataclass(frozen=True)
class Entry:
    """Where a code leads: its canonical form, or why it leads nowhere.

    `unknown` is a well-formed code that no campaign has.
    """

    code: str = ""
    error: str = ""
    unknown: str = ""


def closed_sentence(place: Place) -> str:
    """What to say of a closed campaign: that it is, and whom to ask."""
    whom = place.owner or "ton enseignant"
    return f"Le test « {place.campaign.name} » est fermé. Demande à {whom} de le rouvrir."


def entry(session: Session, typed: str) -> Entry:
    """Where the typed code leads; a code that no campaign has counts as a failed attempt."""
    found = look_up(session, typed)
    if found.unknown:
        attempts.refuse_when_too_many(session, attempts.code_subject(found.unknown))
        attempts.record_failure(session, attempts.code_subject(found.unknown))
    return found


def look_up(session: Session, typed: str) -> Entry:
    """Where the typed code leads; nothing is counted."""
    code = codes.read_code(typed)
    if code is None:
        return Entry(error=MALFORMED)
    place = find_campaign(session, code)
    if place is None:
        return Entry(error=UNKNOWN, unknown=code)
    return Entry(code) if place.is_open else Entry(error=closed_sentence(place))


def open_campaign(session: Session, code: str) -> Place:
    """The open campaign of this code; UnknownCode or CampaignClosed otherwise."""
    place = campaign_by_code(session, codes.read_code(code) or code)
    if not place.is_open:
        raise CampaignClosed(place)
    return place
