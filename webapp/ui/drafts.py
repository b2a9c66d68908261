"""The line that says what the server has of what is being typed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from webapp.domain.responses import Ordering
from webapp.queries.presentations import Asked
from webapp.services.drafting import Kept
from webapp.ui import moments
from webapp.ui.responses import move_said

OLDER = "Une version plus récente est déjà enregistrée"


@dataclass(frozen=True)
class SavedScreen:
    """The line under the answer; `revision` is that of the next draft, None to leave it alone."""

    state: Literal["saved", "nothing", "kept"]
    text: str
    revision: int | None = None


def kept_screen(kept: Kept) -> SavedScreen:
    """After a draft: the time it was kept, or that another was there, newer."""
    if kept.newest:
        return autosaved_screen(kept.saved_at)
    return SavedScreen("kept", OLDER, revision=kept.revision + 1)


def answered_screen(message: str) -> SavedScreen:
    """After a draft that came too late."""
    return SavedScreen("nothing", message)


def moved_sentence(asked: Asked, kept: Kept, move: str) -> str:
    """What to announce after an item of an ordering was moved."""
    response = asked.question.variant.response
    if not isinstance(response, Ordering):
        return ""
    return move_said(response, list(kept.fields.get("order", ())), move)


def autosaved_screen(moment: datetime) -> SavedScreen:
    """After what is being written in an environment was kept."""
    return SavedScreen("saved", f"Enregistré à {moments.clock(moment, seconds=True)}")
