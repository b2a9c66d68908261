"""The right pane: a message received, sent, or waiting for its hour."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State, View
from webapp.simulators.webmail import body, recipients
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.screen.listing import row
from webapp.simulators.webmail.screen.panes import Attachment, LinkTarget, Preview, Reading, Waiting
from webapp.simulators.webmail.screen.rows import Row

PASSING = ("lien", "piece", "entetes", "choix", "fait", "nouveau")


def reading(state: State, message_id: str, view: View) -> Reading:
    """One message, with the link or the attachment the view opens."""
    message = state["messages"][message_id]
    here = {word: value for word, value in view.items() if word not in PASSING}
    found = body.links(message["body"])
    return Reading(
        id=message_id,
        subject=message["subject"] or "(sans objet)",
        sender=message["from"]["name"] or message["from"]["address"],
        sender_address=message["from"]["address"],
        **people(state, message),
        when=wording.moment(message["date"]),
        paragraphs=body.paragraphs(message["body"]),
        link_views=tuple({**here, "lien": str(each.number)} for each in found),
        attachments=attachments(message, here),
        thread=_thread(state, message_id, message, view),
        back_view={word: value for word, value in here.items() if word != "message"},
        headers_view=here if view.get("entetes") else {**here, "entetes": "1"},
        headers=_headers(state, message) if view.get("entetes") else (),
        starred=message["starred"],
        sent=message["sent"],
        aside=mailbox.role_of(state, message["folder"]) in (mailbox.TRASH, mailbox.JUNK),
        report=message["report"],
        list=message["list"],
        left=message["list"] in state["unsubscribed"],
        link=_link(message_id, found, view, here),
        preview=_preview(message, view, here),
    )


def waiting(state: State, draft_id: str, view: View) -> Waiting:
    """A message that waits for its hour."""
    draft = state["drafts"][draft_id]
    return Waiting(
        id=draft_id,
        subject=draft["subject"] or "(sans objet)",
        **people(state, draft),
        when=wording.moment(draft["send_at"]),
        paragraphs=body.paragraphs(draft["body"]),
        attachments=attachments(draft, None),
        back_view={word: value for word, value in view.items() if word in ("dossier", "page")},
    )


def people(state: State, message: Mapping[str, Any]) -> dict[str, str]:
    """`to`, `cc` and `bcc` in words, addresses included."""
    return {
        field: ", ".join(described(state, each) for each in message[field])
        for field in mailbox.FIELDS
    }


def described(state: State, recipient: recipients.Recipient) -> str:
    """« Samira Kaci <samira@…> », « Familles escalade (50) », or the address alone."""
    shown = recipients.shown(state, recipient)
    address = recipient.get("address", "")
    return shown if not address or shown == address else f"{shown} <{address}>"


def attachments(
    message: Mapping[str, Any], here: Mapping[str, str] | None
) -> tuple[Attachment, ...]:
    """The attachments of a message, with what opens them when they can be opened."""
    return tuple(
        Attachment(
            each["id"],
            each["name"],
            wording.size(each["size"]),
            None if here is None else {**here, "piece": each["id"]},
        )
        for each in message["attachments"]
    )


def _thread(
    state: State, message_id: str, message: Mapping[str, Any], view: View
) -> tuple[Row, ...]:
    """The other messages of the conversation, oldest first."""
    others = {
        key: each
        for key, each in state["messages"].items()
        if each["thread"] == message["thread"] and key != message_id
    }
    oldest = sorted(others, key=lambda key: (others[key]["date"], key))
    return tuple(row(state, key, others[key], view) for key in oldest)


def _headers(state: State, message: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    if message["headers"]:
        return tuple((name, value) for name, value in message["headers"])
    return (
        ("From", f"{message['from']['name']} <{message['from']['address']}>"),
        ("To", people(state, message)["to"]),
        ("Date", message["date"]),
        ("Subject", message["subject"]),
    )


def _link(
    message_id: str, found: list[body.Link], view: View, here: Mapping[str, str]
) -> LinkTarget | None:
    asked = view.get("lien", "")
    if not asked.isdecimal() or len(asked) > 3 or int(asked) >= len(found):
        return None
    link = found[int(asked)]
    return LinkTarget(link.number, link.text, link.url, f"{message_id}:{link.number}", here)


def _preview(message: Mapping[str, Any], view: View, here: Mapping[str, str]) -> Preview | None:
    named = [each for each in message["attachments"] if each["id"] == view.get("piece")]
    if not named:
        return None
    lines = tuple(named[0]["text"].split("\n")) if named[0]["text"] else ()
    return Preview(named[0]["name"], wording.size(named[0]["size"]), lines, here)
