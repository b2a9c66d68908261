"""What changed in a mailbox since the beginning, and which of it is a side effect."""

from collections.abc import Mapping

from webapp.simulators.frame import State
from webapp.simulators.webmail import state as mailbox

SIDE_EFFECTS = (
    "also_sent",
    "also_scheduled",
    "draft_lost",
    "folders_changed",
    "messages_moved",
    "messages_reported",
    "list_left",
    "rules_changed",
    "signature_changed",
    "vacation_changed",
)


def side_effect(initial: State, state: State, parts: frozenset[str]) -> str | None:
    """The first change outside `parts`; reading, starring and new drafts are not changes."""
    found = {
        "sent": ("also_sent", _new(mailbox.sent(initial), mailbox.sent(state))),
        "scheduled": ("also_scheduled", _scheduled(initial, state)),
        "drafts": ("draft_lost", _lost_drafts(initial, state)),
        "folders": ("folders_changed", initial["folders"] != state["folders"]),
        "filing": ("messages_moved", moved(initial, state)),
        "reports": ("messages_reported", reported(initial, state)),
        "subscriptions": ("list_left", left(initial, state)),
        "rules": ("rules_changed", initial["rules"] != state["rules"]),
        "signature": ("signature_changed", initial["signature"] != state["signature"]),
        "vacation": ("vacation_changed", initial["vacation"] != state["vacation"]),
    }
    for part, (name, changed) in found.items():
        if changed and part not in parts:
            return name
    return None


def moved(initial: State, state: State) -> set[str]:
    """The messages of the beginning that are no longer where they were."""
    return {
        key
        for key, each in initial["messages"].items()
        if state["messages"][key]["folder"] != each["folder"]
    }


def reported(initial: State, state: State) -> dict[str, str]:
    """How each message reported since the beginning was reported: « phishing » or « junk »."""
    return {
        key: each["report"]
        for key, each in state["messages"].items()
        if each["report"]
        and key in initial["messages"]
        and each["report"] != initial["messages"][key]["report"]
    }


def left(initial: State, state: State) -> set[str]:
    """The lists left since the beginning."""
    return set(state["unsubscribed"]) - set(initial["unsubscribed"])


def new_folders(initial: State, state: State) -> list[str]:
    """The folders made since the beginning."""
    return sorted(set(state["folders"]) - set(initial["folders"]))


def _new(before: Mapping[str, object], now: Mapping[str, object]) -> set[str]:
    return set(now) - set(before)


def _scheduled(initial: State, state: State) -> bool:
    before, now = mailbox.scheduled(initial), mailbox.scheduled(state)
    return {key: each["send_at"] for key, each in before.items()} != {
        key: each["send_at"] for key, each in now.items()
    }


def _lost_drafts(initial: State, state: State) -> bool:
    names = ("to", "cc", "bcc", "subject", "body", "attachments")
    return any(
        key not in state["messages"]
        and (
            key not in state["drafts"]
            or any(state["drafts"][key][name] != each[name] for name in names)
        )
        for key, each in mailbox.kept_drafts(initial).items()
    )
