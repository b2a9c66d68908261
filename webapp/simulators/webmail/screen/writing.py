"""The right pane while one writes: the message, the contacts, the documents."""

from collections.abc import Iterable, Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State, View
from webapp.simulators.screens import Typed
from webapp.simulators.webmail import recipients
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.screen.panes import (
    Chip,
    Contact,
    Document,
    DocumentPicker,
    Picker,
    RecipientField,
    Writing,
)
from webapp.simulators.webmail.screen.reading import attachments

TITLES = {
    "new": "Nouveau message",
    "reply": "Réponse",
    "reply_all": "Réponse à tous",
    "forward": "Transfert",
}
MOST_SUGGESTIONS = 40


def writing(state: State, draft_id: str, typed: Typed) -> Writing:
    """A draft, open; what was typed in a refused form takes the place of what is kept."""
    draft = state["drafts"][draft_id]
    mine = typed if typed.one("draft") == draft_id else Typed(None)
    fields = tuple(_field(state, draft, name, mine) for name in mailbox.FIELDS)
    return Writing(
        id=draft_id,
        title=TITLES[draft["mode"]],
        fields=fields,
        bcc_open=bool(fields[-1].chips or fields[-1].typed),
        subject=mine.one("subject", draft["subject"]),
        body=mine.one("body", draft["body"]),
        attachments=attachments(draft, None),
        suggestions=_suggestions(state),
        day=mine.one("day"),
        time=mine.one("time"),
        schedule_open=mine.by("schedule"),
    )


def picker(state: State, draft_id: str, view: View, typed: Typed) -> Picker:
    """The contacts, to choose recipients."""
    asked = typed.one("field", view["carnet"])
    return Picker(
        draft=draft_id,
        field=asked if asked in mailbox.FIELDS else "to",
        contacts=contacts(state, ticked=set(typed.many("contacts"))),
        close_view=_without(view, "carnet"),
    )


def documents(state: State, draft_id: str, view: View, typed: Typed) -> DocumentPicker:
    """The documents, to choose what to attach; by folder, then by name."""
    ticked = set(typed.many("documents"))
    found = sorted(
        state["documents"].items(),
        key=lambda pair: (wording.sort_key(pair[1]["folder"]), wording.sort_key(pair[1]["name"])),
    )
    return DocumentPicker(
        draft=draft_id,
        documents=tuple(
            Document(
                key,
                each["name"],
                each["folder"],
                wording.size(each["size"]),
                wording.table_moment(each["modified"]) if each["modified"] else "",
                key in ticked,
            )
            for key, each in found
        ),
        close_view=_without(view, "documents"),
    )


def contacts(state: State, *, ticked: Iterable[str] = ()) -> tuple[Contact, ...]:
    """Groups first, then people, in alphabetical order."""
    chosen = set(ticked)
    groups = [
        Contact(
            key,
            each["name"],
            wording.plural(len(each["members"]), "personne"),
            group=True,
            ticked=key in chosen,
            members=tuple((one["name"], one["address"]) for one in each["members"]),
        )
        for key, each in state["groups"].items()
    ]
    people = [
        Contact(key, each["name"], each["address"], group=False, ticked=key in chosen)
        for key, each in state["contacts"].items()
    ]
    return (*_alphabetical(groups), *_alphabetical(people))


def _field(state: State, draft: Mapping[str, Any], name: str, typed: Typed) -> RecipientField:
    return RecipientField(
        name=name,
        label=mailbox.FIELD_NAMES[name],
        chips=tuple(_chip(state, each) for each in draft[name]),
        typed=typed.one(name, draft["typed"][name]),
    )


def _chip(state: State, recipient: recipients.Recipient) -> Chip:
    words = recipients.shown(state, recipient)
    detail = recipient.get("address", "")
    return Chip(
        words, "" if detail == words else detail, recipients.key(recipient), "group" in recipient
    )


def _suggestions(state: State) -> tuple[str, ...]:
    """What the browser may propose while one types: few contacts, or none."""
    people = [f"{each['name']} <{each['address']}>" for each in state["contacts"].values()]
    everything = [*people, *(each["name"] for each in state["groups"].values())]
    return tuple(sorted(everything, key=wording.sort_key)) * (len(everything) <= MOST_SUGGESTIONS)


def _alphabetical(found: list[Contact]) -> list[Contact]:
    return sorted(found, key=lambda each: (wording.sort_key(each.name), each.detail))


def _without(view: View, word: str) -> dict[str, str]:
    return {name: value for name, value in view.items() if name not in (word, "fait")}
