"""The typed screen of the file explorer: all that its templates read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from webapp.simulators.screens import Notice, Problem


@dataclass(frozen=True)
class TreeItem:
    """A folder in the list of folders, `depth` levels under the root."""

    name: str
    icon: str
    depth: int
    view: Mapping[str, str]
    current: bool
    count_words: str = ""  # how many things are in it, for the trash only


@dataclass(frozen=True)
class Crumb:
    """A folder on the way to the one shown."""

    name: str
    view: Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """A line of a list: a folder or a file; empty words for columns not shown."""

    id: str
    name: str
    family: str
    type: str
    size: str
    modified: str
    place: str  # the path of its folder, in a search and in the trash
    trashed: str
    view: Mapping[str, str]
    details_view: Mapping[str, str]
    ticked: bool = False
    current: bool = False


@dataclass(frozen=True)
class Sort:
    """A way to sort: its words, what asks for it, whether it is the one, and which way."""

    label: str
    view: Mapping[str, str]
    current: bool
    descending: bool


@dataclass(frozen=True)
class Listing:
    """What a folder, a search or the trash holds, sorted."""

    title: str
    id: str  # the folder shown, empty in a search and in the trash
    rows: tuple[Row, ...]
    total_words: str
    columns: tuple[str, ...]
    sorts: tuple[Sort, ...]
    pattern: str
    searching: bool
    in_trash: bool
    empty: str
    details_view: Mapping[str, str] | None  # the properties of the folder itself


@dataclass(frozen=True)
class Fact:
    """One line of the properties."""

    label: str
    value: str


@dataclass(frozen=True)
class Element:
    """A file or a folder opened at the side: its text, or its properties."""

    id: str
    name: str
    family: str
    is_folder: bool
    is_root: bool
    in_trash: bool
    tab: str  # « apercu » or « proprietes »
    preview_view: Mapping[str, str]
    facts_view: Mapping[str, str]
    rename_view: Mapping[str, str]
    close_view: Mapping[str, str]
    lines: tuple[str, ...]
    about: str
    facts: tuple[Fact, ...]
    renaming: bool
    new_name: str


@dataclass(frozen=True)
class Space:
    """The space used, in words and in hundredths."""

    words: str
    percent: int
    full: bool
    trash_counts: bool


@dataclass(frozen=True)
class Destination:
    """A folder where things can be put; `label` is its path."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Screen:
    """The explorer as it is shown; `kind` is « list » or « element » (what is open at the side).

    `here` is the view itself, for the form that searches (GET).
    """

    title: str
    heading: str
    kind: str
    tree: tuple[TreeItem, ...]
    crumbs: tuple[Crumb, ...]
    listing: Listing
    element: Element | None
    destinations: tuple[Destination, ...]
    space: Space | None
    here: Mapping[str, str]
    new_folder: bool
    new_folder_view: Mapping[str, str]
    notice: Notice | None = None
    problem: Problem | None = None
    typed: Mapping[str, str] = field(default_factory=dict)  # what a refused form held
