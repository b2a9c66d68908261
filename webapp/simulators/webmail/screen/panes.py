"""What opens at the right of the mailbox: a message, one being written, contacts, settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from webapp.simulators.webmail.body import Paragraph
from webapp.simulators.webmail.screen.rows import NavItem, Row


@dataclass(frozen=True)
class Chip:
    """A recipient in a field: what is read, what it really is, and how it is taken out."""

    words: str
    detail: str
    key: str
    group: bool


@dataclass(frozen=True)
class Attachment:
    """An attached document; its text when it can be read here."""

    id: str
    name: str
    size: str
    view: Mapping[str, str] | None = None


@dataclass(frozen=True)
class LinkTarget:
    """A link whose target is shown: its words, its address, what opens and closes it."""

    number: int
    text: str
    url: str
    target: str
    close_view: Mapping[str, str]


@dataclass(frozen=True)
class Preview:
    """An attachment opened."""

    name: str
    size: str
    lines: tuple[str, ...]
    close_view: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """One message, open."""

    id: str
    subject: str
    sender: str
    sender_address: str
    to: str
    cc: str
    bcc: str
    when: str
    paragraphs: tuple[Paragraph, ...]
    link_views: tuple[Mapping[str, str], ...]  # by number of link
    attachments: tuple[Attachment, ...]
    thread: tuple[Row, ...]
    back_view: Mapping[str, str]
    headers_view: Mapping[str, str]
    headers: tuple[tuple[str, str], ...]  # shown when asked
    starred: bool
    sent: bool
    aside: bool  # in the trash or among the unwanted
    report: str
    list: str
    left: bool
    link: LinkTarget | None = None
    preview: Preview | None = None


@dataclass(frozen=True)
class RecipientField:
    """À, Cc or Cci of a message being written."""

    name: str
    label: str
    chips: tuple[Chip, ...]
    typed: str


@dataclass(frozen=True)
class Writing:
    """A message being written."""

    id: str
    title: str
    fields: tuple[RecipientField, ...]
    bcc_open: bool
    subject: str
    body: str
    attachments: tuple[Attachment, ...]
    suggestions: tuple[str, ...]
    day: str
    time: str
    schedule_open: bool


@dataclass(frozen=True)
class Waiting:
    """A message that waits for its hour."""

    id: str
    subject: str
    to: str
    cc: str
    bcc: str
    when: str
    paragraphs: tuple[Paragraph, ...]
    attachments: tuple[Attachment, ...]
    back_view: Mapping[str, str]


@dataclass(frozen=True)
class Contact:
    """A person or a group of the contacts."""

    id: str
    name: str
    detail: str
    group: bool
    ticked: bool = False
    members: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Picker:
    """The contacts, to choose recipients for a draft."""

    draft: str
    field: str
    contacts: tuple[Contact, ...]
    close_view: Mapping[str, str]


@dataclass(frozen=True)
class Document:
    """A document that can be attached."""

    id: str
    name: str
    folder: str
    size: str
    modified: str
    ticked: bool


@dataclass(frozen=True)
class DocumentPicker:
    """« Mes documents », to choose what to attach to a draft."""

    draft: str
    documents: tuple[Document, ...]
    close_view: Mapping[str, str]


@dataclass(frozen=True)
class Contacts:
    """The page of contacts: groups first, then people."""

    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class RuleRow:
    """A rule in words, in the order rules apply."""

    id: str
    words: str
    first: bool
    edit_view: Mapping[str, str]


@dataclass(frozen=True)
class RuleForm:
    """The form of a rule, new or being changed."""

    id: str
    sender: str
    to: str
    subject: str
    words: str
    attachment: bool
    folder: str
    apply: bool


@dataclass(frozen=True)
class Vacation:
    """The automatic answer and its form."""

    on: bool
    words: str
    first: str
    last: str
    answer: str


@dataclass(frozen=True)
class Settings:
    """One page of settings: « regles », « signature » or « absence »."""

    page: str
    tabs: tuple[NavItem, ...]
    rules: tuple[RuleRow, ...]
    rule: RuleForm | None
    new_rule_view: Mapping[str, str]
    signature: str
    vacation: Vacation


Pane: TypeAlias = Reading | Writing | Waiting | Picker | DocumentPicker | Contacts | Settings
