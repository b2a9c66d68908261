"""What stands on every page of adults: who is there, and where one is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """The menu: the name of the person, the section that is open, and whether they administer."""

    person: str
    section: str
    admin: bool
    notice: str = ""
