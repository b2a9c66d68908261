"""What a program writes by itself in a message: signature, « Re : », quoted lines."""

import re
from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.body import FORWARDED, plain
from webapp.simulators.webmail.matching import receivers, sender

PREFIX = re.compile(r"^(re|tr)\s*:\s*", re.IGNORECASE)
LONGEST_QUOTE = mailbox.LONGEST_BODY // 2


def signed(state: State) -> str:
    """An empty text, ended by the signature if there is one."""
    return f"\n\n{state['signature']}" if state["signature"] else ""


def subject(original: str, *, forwarded: bool) -> str:
    """« Re : … » or « Tr : … », never twice."""
    words = f"{'Tr' if forwarded else 'Re'} : {PREFIX.sub('', original)}"
    return words[: mailbox.LONGEST_SUBJECT]


def body(state: State, original: Mapping[str, Any], *, forwarded: bool) -> str:
    """The text an answer starts from: two empty lines, the signature, the message quoted."""
    text = plain(original["body"])[:LONGEST_QUOTE]
    quoted = _forwarded(state, original, text) if forwarded else _quoted(original, text)
    return f"{signed(state)}\n\n{quoted}"


def _quoted(original: Mapping[str, Any], text: str) -> str:
    lines = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return f"> Le {wording.moment(original['date'])}, {original['from']['name']} a écrit :\n{lines}"


def _forwarded(state: State, original: Mapping[str, Any], text: str) -> str:
    return (
        f"{FORWARDED}\nDe : {sender(original)}\nDate : {wording.moment(original['date'])}\n"
        f"Objet : {original['subject']}\nÀ : {receivers(state, original)}\n\n{text}"
    )
