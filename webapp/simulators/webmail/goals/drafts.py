"""The goal of sending a draft that was left there, as it is."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import Goal, State
from webapp.simulators.webmail import recipients
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.goals.sending import new_sent


def draft_sent(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The draft `draft` was sent, unchanged, and nothing else."""
    draft_id = arguments["draft"]
    gone = new_sent(initial, state)
    if len(gone) > 1:
        return "several_messages"
    if draft_id in mailbox.sent(state):
        same = _same(mailbox.draft(initial, draft_id), state["messages"][draft_id])
        return None if same else "draft_changed"
    if gone:
        drafts = initial["drafts"]
        return "wrong_draft" if any(key in state["messages"] for key in drafts) else "rewritten"
    return "nothing_sent" if draft_id in state["drafts"] else "draft_discarded"


def _same(draft: Mapping[str, Any], message: Mapping[str, Any]) -> bool:
    texts = ("subject", "body")
    return (
        all(wording.folded(draft[name]) == wording.folded(message[name]) for name in texts)
        and all(_keys(draft, field) == _keys(message, field) for field in mailbox.FIELDS)
        and _pieces(draft) == _pieces(message)
    )


def _keys(message: Mapping[str, Any], field: str) -> frozenset[str]:
    return frozenset(recipients.key(each) for each in message[field])


def _pieces(message: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(each["id"] for each in message["attachments"])


DRAFT_SENT = Goal(
    draft_sent,
    frozenset({"sent", "drafts"}),
    (
        "nothing_sent",
        "draft_discarded",
        "rewritten",
        "wrong_draft",
        "draft_changed",
        "several_messages",
    ),
)
