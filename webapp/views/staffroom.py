"""What the views of adults share."""

from flask import session as cookie

from webapp import identity
from webapp.ui.staff import Frame


def frame(section: str) -> Frame:
    """The menu of the person who is there, and what just happened, said once."""
    person = identity.staff()
    return Frame(person.name, section, person.role == "admin", cookie.pop("notice", ""))


def tell(sentence: str) -> None:
    """Say this on the next page."""
    cookie["notice"] = sentence


def school_id() -> int | None:
    """The school whose pages are open to this person: None is every one, for administrators."""
    return identity.staff().organization_id
