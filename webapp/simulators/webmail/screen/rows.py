"""Lines of the mailbox: a folder at the side, a message in a list."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class NavItem:
    """A line of the list of folders; `count` is spelled out by `count_words` (« 2 non lus »)."""

    label: str
    icon: str
    view: Mapping[str, str]
    current: bool
    count: int = 0
    count_words: str = ""


@dataclass(frozen=True)
class Row:
    """A line of a list of messages: a link, or a button when reading it changes it."""

    id: str
    who: str
    subject: str
    snippet: str
    when: str
    moment: str
    view: Mapping[str, str]
    unread: bool = False
    starred: bool = False
    attachments: int = 0
    current: bool = False
    ticked: bool = False
    place: str = ""
