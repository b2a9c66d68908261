"""The state of a mailbox: what it holds, how it is read, and its limits.

Collections `{id: item}`: `folders` (name, role), `messages`, `drafts`, `contacts` (name,
address), `groups` (name, members), `documents` (name, size, folder, modified, text),
`unsubscribed` (by list), `followed` (links opened). Lists: `rules`, in order. Values: `owner`,
`now`, `signature`, `vacation`. A draft whose `send_at` is not empty waits to be sent.
"""

from typing import Any

from webapp.simulators.frame import ActionRefused, State

INBOX, DRAFTS, SCHEDULED, SENT, JUNK, TRASH = (
    "inbox", "drafts", "scheduled", "sent", "junk", "trash",
)  # fmt: skip
ROLES = (INBOX, DRAFTS, SCHEDULED, SENT, JUNK, TRASH)
FIELDS = ("to", "cc", "bcc")
FIELD_NAMES = {"to": "À", "cc": "Cc", "bcc": "Cci"}
MOST_FOLDERS, MOST_DRAFTS, MOST_RULES, MOST_RECIPIENTS, MOST_ATTACHMENTS = 40, 30, 20, 40, 10
LONGEST_NAME, LONGEST_SUBJECT, LONGEST_BODY, LONGEST_TYPED = 60, 200, 8000, 400


def folder(state: State, role: str) -> str:
    """The id of the folder with that role."""
    return str(next(key for key, each in state["folders"].items() if each["role"] == role))


def role_of(state: State, folder_id: str) -> str:
    """The role of a folder, empty for those a person made."""
    return str(state["folders"][folder_id]["role"])


def chosen_folder(state: State, folder_id: str, *, field: str = "folder") -> str:
    """A folder messages can be put in; refused with a sentence otherwise."""
    if not folder_id:
        raise ActionRefused("Choisis d’abord un dossier.", field=field)
    if folder_id not in state["folders"]:
        raise ActionRefused("Ce dossier n’existe plus.", field=field)
    if role_of(state, folder_id) in (DRAFTS, SCHEDULED, SENT):
        raise ActionRefused("On ne peut pas ranger un message reçu ici.", field=field)
    return folder_id


def message(state: State, message_id: str) -> dict[str, Any]:
    """One message; refused with a sentence when there is none."""
    found: dict[str, Any] | None = state["messages"].get(message_id)
    if found is None:
        raise ActionRefused("Ce message n’est plus là.")
    return found


def draft(state: State, draft_id: str) -> dict[str, Any]:
    """One draft; refused with a sentence when it was sent or discarded."""
    found: dict[str, Any] | None = state["drafts"].get(draft_id)
    if found is None:
        raise ActionRefused("Ce brouillon n’existe plus : il a été envoyé ou supprimé.")
    return found


def kept_drafts(state: State) -> dict[str, dict[str, Any]]:
    """The drafts a folder shows: those in which something was written, not yet programmed."""
    return {
        key: each
        for key, each in state["drafts"].items()
        if not each["fresh"] and not each["send_at"]
    }


def scheduled(state: State) -> dict[str, dict[str, Any]]:
    """The messages that wait for their hour."""
    return {key: each for key, each in state["drafts"].items() if each["send_at"]}


def sent(state: State) -> dict[str, dict[str, Any]]:
    """The messages sent from this mailbox, wherever they are filed."""
    return {key: each for key, each in state["messages"].items() if each["sent"]}


def in_folder(state: State, folder_id: str) -> dict[str, dict[str, Any]]:
    """The messages of a folder."""
    return {key: each for key, each in state["messages"].items() if each["folder"] == folder_id}


def group_name(state: State, group_id: str) -> str:
    """« Familles escalade (50) »."""
    group = state["groups"][group_id]
    return f"{group['name']} ({len(group['members'])})"
