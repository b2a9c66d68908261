"""Building a mailbox: people, messages, drafts, documents, rules."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from webapp.simulators import ids, webmail
from webapp.simulators.frame import State
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.worlds.letters import LETTERS
from webapp.simulators.worlds.steps import Steps

Person = tuple[str, str]  # name, address
FOLDERS = {
    mailbox.INBOX: "Réception",
    mailbox.DRAFTS: "Brouillons",
    mailbox.SCHEDULED: "Programmés",
    mailbox.SENT: "Envoyés",
    mailbox.JUNK: "Indésirables",
    mailbox.TRASH: "Corbeille",
}


class Mailbox:
    """A mailbox being built; every method that adds something gives its opaque id.

    `now` is the moment of the world (ISO, such as « 2027-01-11T10:40 »): no message is later.
    """

    def __init__(self, rng: Random, *, owner: Person, now: str) -> None:
        self._rng = rng
        self._taken: set[str] = set()
        self.owner = owner
        self.folders = {role: self._id() for role in FOLDERS}
        self._state: State = {
            "owner": {"name": owner[0], "address": owner[1]},
            "now": now,
            "salt": self._id(),
            "made": 0,
            "folders": {
                self.folders[role]: {"name": name, "role": role} for role, name in FOLDERS.items()
            },
            **{name: {} for name in ("messages", "drafts", "contacts", "groups", "documents")},
            "unsubscribed": {},
            "followed": {},
            "rules": [],
            "signature": "",
            "vacation": {"on": False, "first": "", "last": "", "answer": ""},
            "last": None,
        }

    def contact(self, name: str, address: str) -> str:
        """Add a person to the contacts."""
        return self._add("contacts", {"name": name, "address": address})

    def group(self, name: str, members: Sequence[Person]) -> str:
        """Add a group to the contacts; its size is shown. In goals it is « group:<id> »."""
        people = [{"name": one, "address": address} for one, address in members]
        return self._add("groups", {"name": name, "members": people})

    def folder(self, name: str) -> str:
        """Add a folder of one's own."""
        return self._add("folders", {"name": name, "role": ""})

    def document(
        self, name: str, *, size: int, folder: str = "", modified: str = "", text: str = ""
    ) -> str:
        """Add a file to « Mes documents »; `size` in octets; the id is that of attachments."""
        document = {"name": name, "size": size, "folder": folder, "modified": modified}
        return self._add("documents", {**document, "text": text})

    def message(
        self,
        sender: Person,
        subject: str,
        body: str,
        *,
        date: str,
        to: Sequence[Person | str] | None = None,
        cc: Sequence[Person | str] = (),
        folder: str = mailbox.INBOX,
        unread: bool = False,
        starred: bool = False,
        attachments: Sequence[tuple[str, int] | tuple[str, int, str]] = (),
        answers: str = "",
        list_: str = "",
        list_url: str = "",
        reply_to: str = "",
        headers: Sequence[tuple[str, str]] = (),
    ) -> str:
        """Add a message received (or sent, when the sender is the owner).

        `to` and `cc` hold people, or ids of groups; `folder` a role or an id. In `body`, a link
        is `[words](address)`, with a final « ! » to look like a button. `attachments` are
        (name, octets, text read when opened). `answers` puts it in the conversation of another
        message; `list_` makes it a newsletter one can leave, by its button or by `list_url`.
        """
        made = self._id()
        self._state["messages"][made] = {
            **self._letter(sender, subject, body, to=to, cc=cc),
            "attachments": [self._attachment(each) for each in attachments],
            "date": date,
            "thread": self._state["messages"][answers]["thread"] if answers else made,
            "folder": self.folders.get(folder, folder),
            "unread": unread,
            "starred": starred,
            "answers": answers,
            "list": list_,
            "list_url": list_url,
            "reply_to": reply_to,
            "headers": [list(each) for each in headers],
            "sent": sender[1] == self.owner[1],
        }
        return made

    def fill(self, people: Sequence[Person], count: int, *, days: int = 60) -> list[str]:
        """Add ordinary messages, read, of these people over the last days; the ids, shuffled.

        A subject comes back only when there are more messages than letters.
        """
        letters = self._rng.sample(LETTERS, len(LETTERS))
        return [
            self._ordinary(self._rng.choice(people), *letters[place % len(letters)], days=days)
            for place in range(count)
        ]

    def draft(
        self,
        to: Sequence[Person | str],
        subject: str,
        body: str,
        *,
        date: str,
        cc: Sequence[Person | str] = (),
        documents: Sequence[str] = (),
    ) -> str:
        """Add a draft left there; `documents` are ids given by `document`."""
        made = self._id()
        letter = self._letter(self.owner, subject, body, to=to, cc=cc)
        kept = {name: letter[name] for name in ("to", "cc", "bcc", "subject", "body", "mode")}
        self._state["drafts"][made] = {
            **kept,
            "typed": dict.fromkeys(mailbox.FIELDS, ""),
            "attachments": [self._attached(each) for each in documents],
            "thread": made,
            "answers": "",
            "fresh": False,
            "send_at": "",
            "date": date,
            "made": -1 - len(self._state["drafts"]),
        }
        return made

    def test_message(
        self, sender: Person, subject: str, body: str = "", *, attachments: Sequence[str] = ()
    ) -> dict[str, Any]:
        """A message that is nowhere in the box: what the goal `rules_sort` plays rules on."""
        letter = self._letter(sender, subject, body, to=None, cc=())
        kept = {name: letter[name] for name in ("from", "to", "cc", "subject", "body")}
        return {**kept, "attachments": [{"name": name} for name in attachments]}

    def rule(self, folder: str, **conditions: str) -> None:
        """Add a rule; conditions are `sender`, `to`, `subject`, `words`."""
        rule = {"from": conditions.get("sender", ""), "attachment": False, "folder": folder}
        rule |= {name: conditions.get(name, "") for name in ("to", "subject", "words")}
        self._state["rules"].append({"id": self._id(), **rule})

    def signature(self, text: str) -> None:
        """Set the text that ends each new message."""
        self._state["signature"] = text

    def attachment(self, message: str, name: str) -> str:
        """The id of an attachment of a message."""
        found = self._state["messages"][message]["attachments"]
        return str(next(each["id"] for each in found if each["name"] == name))

    def state(self) -> State:
        """The initial state, for `Simulation("webmail", …)`."""
        return self._state

    def steps(self) -> Steps:
        """Actions to play from here: how right answers and mistakes are written."""
        return Steps(webmail.ENVIRONMENT, self._state)

    def _ordinary(self, sender: Person, subject: str, body: str, *, days: int) -> str:
        now = datetime.fromisoformat(self._state["now"])
        ago = timedelta(days=self._rng.randint(1, days), minutes=self._rng.randint(-240, 240))
        date = (now - ago).isoformat(timespec="minutes")
        first_name = sender[0].split()[0]
        return self.message(sender, subject, body.format(name=first_name), date=date)

    def _letter(
        self,
        sender: Person,
        subject: str,
        body: str,
        *,
        to: Sequence[Person | str] | None,
        cc: Sequence[Person | str],
    ) -> dict[str, Any]:
        receivers = [self.owner] if to is None else to
        return {
            "from": {"name": sender[0], "address": sender[1]},
            "to": [self._recipient(each) for each in receivers],
            "cc": [self._recipient(each) for each in cc],
            "bcc": [],
            "subject": subject,
            "body": body,
            "mode": "new",
            "before": "",
            "report": "",
        }

    def _recipient(self, one: Person | str) -> dict[str, str]:
        if isinstance(one, str):
            return {"group": one}
        return {"address": one[1], "name": one[0]}

    def _attachment(self, one: tuple[str, int] | tuple[str, int, str]) -> dict[str, Any]:
        text = one[2] if len(one) == 3 else ""
        return {"id": self._id(), "name": one[0], "size": one[1], "text": text}

    def _attached(self, document: str) -> dict[str, Any]:
        kept = self._state["documents"][document]
        return {"id": document, **{name: kept[name] for name in ("name", "size", "text")}}

    def _add(self, collection: str, item: dict[str, Any]) -> str:
        made = self._id()
        self._state[collection][made] = item
        return made

    def _id(self) -> str:
        return ids.drawn(self._rng, taken=self._taken)
