"""The typed screen of the mailbox, and its list; `panes` has what opens at the right."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webapp.simulators.screens import Notice, Problem
from webapp.simulators.webmail.screen.panes import Pane
from webapp.simulators.webmail.screen.rows import NavItem, Row


@dataclass(frozen=True)
class FolderOption:
    """A folder messages can be put in."""

    id: str
    name: str


@dataclass(frozen=True)
class Search:
    """The search form and what it was asked."""

    words: str
    with_attachment: bool
    active: bool


@dataclass(frozen=True)
class Listing:
    """The list of a folder or of a search, one page of it.

    `choosing` shows boxes to tick and what can be done to the messages ticked.
    """

    title: str
    total: int
    rows: tuple[Row, ...]
    search: Search
    choosing: bool
    choose_view: Mapping[str, str]
    previous: Mapping[str, str] | None
    next: Mapping[str, str] | None
    page_words: str
    empty: str
    in_trash: bool
    in_junk: bool
    own_folder: str  # id of a folder one made, empty otherwise
    new_name: str = ""  # typed, when refused


@dataclass(frozen=True)
class Screen:
    """The mailbox as it is shown: a list (but for contacts and settings) and at most one pane.

    `kind` names it: « list », « reading », « writing », « waiting », « picker », « documents »,
    « contacts », « settings ». `here` is the view itself, for forms that search (GET).
    """

    title: str
    address: str
    kind: str
    nav: tuple[NavItem, ...]
    folders: tuple[FolderOption, ...]
    here: Mapping[str, str]
    new_folder: bool
    new_folder_view: Mapping[str, str]
    notice: Notice | None = None
    problem: Problem | None = None
    listing: Listing | None = None
    pane: Pane | None = None
    typed: Mapping[str, str] = field(default_factory=dict)  # what a refused form held
