"""What finds messages: the words of a search, the conditions of a rule."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State
from webapp.simulators.webmail import recipients
from webapp.simulators.webmail import state as mailbox

CONDITIONS = ("from", "to", "subject", "words")


def found(
    state: State, *, words: str, with_attachment: bool, drafts: bool
) -> dict[str, dict[str, Any]]:
    """What holds every word (people, subject, text, attachments); `drafts`: those left too."""
    wanted = wording.folded(words).split()
    unsent = {**mailbox.kept_drafts(state), **mailbox.scheduled(state)} if drafts else {}
    return {
        key: each
        for key, each in {**state["messages"], **unsent}.items()
        if (each["attachments"] or not with_attachment)
        and all(word in haystack(state, each) for word in wanted)
    }


def haystack(state: State, message: Mapping[str, Any]) -> str:
    """All the text of a message or a draft, folded."""
    names = [attachment["name"] for attachment in message["attachments"]]
    parts = [
        sender({"from": state["owner"], **message}),
        receivers(state, message),
        message["subject"],
        message["body"],
    ]
    return wording.folded("\n".join([*parts, *names]))


def rule_applies(state: State, rule: Mapping[str, Any], message: Mapping[str, Any]) -> bool:
    """Whether every condition of a rule is found in a message; case and accents set aside."""
    places = {
        "from": sender(message),
        "to": receivers(state, message),
        "subject": message["subject"],
        "words": f"{message['subject']}\n{message['body']}",
    }
    if rule["attachment"] and not message["attachments"]:
        return False
    asked = {name: rule[name] for name in CONDITIONS if rule[name]}
    return all(wording.folded(text) in wording.folded(places[name]) for name, text in asked.items())


def filed(state: State, message: Mapping[str, Any]) -> str:
    """The folder the rules give a message that arrives: the first that applies, else empty."""
    for rule in state["rules"]:
        if rule_applies(state, rule, message):
            return str(rule["folder"])
    return ""


def sender(message: Mapping[str, Any]) -> str:
    """« Name <address> » of who wrote."""
    return f"{message['from']['name']} <{message['from']['address']}>"


def receivers(state: State, message: Mapping[str, Any]) -> str:
    """The visible recipients of a message."""
    visible = [*message["to"], *message["cc"]]
    return ", ".join(
        f"{recipients.shown(state, each)} <{each.get('address', '')}>" for each in visible
    )
