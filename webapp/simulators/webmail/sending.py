"""Sending now, sending later, and changing one's mind."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import Action, ActionRefused, Done, State, Verb
from webapp.simulators.undoing import copied
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.composing import AWAY, keep_typed, settle


def send(state: State, action: Action) -> Done:
    """Send the message; without a recipient it is refused."""
    draft = _ready(state, action)
    draft_id = action.one("draft")
    base = copied(state)
    state["messages"][draft_id] = _message(state, draft)
    del state["drafts"][draft_id]
    back = {"ecrire": draft_id}
    return Done("Message envoyé.", {"ecrire": "", **AWAY}, undo=True, base=base, back=back)


def schedule(state: State, action: Action) -> Done:
    """Have the message sent at a later day and hour."""
    day = wording.read_day(action.one("day"))
    if day is None:
        raise ActionRefused("Donne le jour de l’envoi, par exemple 14/01/2027.", field="day")
    time = wording.read_time(action.one("time"))
    if time is None:
        raise ActionRefused("Donne l’heure de l’envoi, par exemple 18:15.", field="time")
    at = f"{day}T{time}"
    if at <= state["now"][:16]:
        raise ActionRefused("Cette heure est déjà passée.", field="day")
    draft = _ready(state, action)
    draft["fresh"] = False
    base = copied(state)
    draft["send_at"] = at
    says = f"Le message partira le {wording.moment(at)}."
    back = {"ecrire": action.one("draft")}
    return Done(says, {"ecrire": "", **AWAY}, undo=True, base=base, back=back)


def unschedule(state: State, action: Action) -> Done:
    """Cancel a programmed sending: the message is a draft again, open."""
    draft = mailbox.draft(state, action.target)
    if not draft["send_at"]:
        raise ActionRefused("Ce message n’est pas programmé.")
    draft["send_at"] = ""
    return Done(
        "L’envoi est annulé : le message est dans les brouillons.",
        {**AWAY, "ecrire": action.target},
    )


VERBS: Mapping[str, Verb] = {"send": send, "schedule": schedule, "unschedule": unschedule}


def _ready(state: State, action: Action) -> dict[str, Any]:
    """The draft of the form, its typed addresses settled, with one recipient at least."""
    draft = keep_typed(state, action)
    settle(state, draft)
    if not any(draft[field] for field in mailbox.FIELDS):
        raise ActionRefused("Ajoute au moins un destinataire.", field="to")
    return draft


def _message(state: State, draft: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("to", "cc", "bcc", "subject", "body", "attachments", "thread", "answers", "mode")
    return {
        **{name: draft[name] for name in kept},
        "from": dict(state["owner"]),
        "date": state["now"],
        "folder": mailbox.folder(state, mailbox.SENT),
        "before": "",
        "unread": False,
        "starred": False,
        "report": "",
        "list": "",
        "list_url": "",
        "reply_to": "",
        "headers": [],
        "sent": True,
    }
