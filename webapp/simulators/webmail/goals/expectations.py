"""What a message is expected to be: recipients, subject, text, attachments, conversation.

Arguments shared by the goals about a message (all optional; what is absent is free):

- `to`, `cc`, `bcc`: the exact recipients of a field, as addresses or « group:<id> »;
- `visible`: recipients to find in À or Cc; `hidden`: recipients to find in Cci and only there;
- `others`: true when recipients named nowhere are allowed too (default: refused);
- `subject`: `{"is": text}` or `{"contains": [words]}`;
- `body`: `{"contains": [words], "times": ["18:15"], "filled": true}`, read outside quotes;
- `attachments`: the exact ids attached;
- `answers`: the message it must answer; `forwards`: the message it must forward.
"""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import State
from webapp.simulators.webmail import recipients
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.body import own_words

FAILURES = (
    "replied_to_all",
    "addresses_visible",
    "wrong_group",
    "wrong_recipient",
    "missing_recipient",
    "extra_recipient",
    "recipient_hidden",
    "wrong_field",
    "not_a_reply",
    "not_forwarded",
    "no_subject",
    "wrong_subject",
    "empty_body",
    "wrong_time",
    "body_incomplete",
    "missing_attachment",
    "wrong_attachment",
    "extra_attachment",
)


def failure(state: State, message: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    """The first expectation a message (or draft) does not meet, None when it meets them all."""
    return (
        _recipients(state, message, wanted)
        or _conversation(message, wanted)
        or _subject(message["subject"], wanted.get("subject", {}))
        or _body(own_words(message["body"]), wanted.get("body", {}))
        or _attachments(message, wanted)
    )


def _recipients(state: State, message: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    there = {field: _keys(message[field]) for field in mailbox.FIELDS}
    seen, blind = there["to"] | there["cc"], there["bcc"]
    hidden, visible = _wanted(wanted, "hidden"), _wanted(wanted, "visible")
    if hidden & seen:
        return "addresses_visible"
    everyone = hidden | visible
    for field in mailbox.FIELDS:
        everyone |= _wanted(wanted, field)
    return _who(state, message, there=seen | blind, wanted=wanted, everyone=everyone) or _where(
        there, wanted, visible
    )


def _who(
    state: State,
    message: Mapping[str, Any],
    *,
    there: frozenset[str],
    wanted: Mapping[str, Any],
    everyone: frozenset[str],
) -> str | None:
    """Whether the right people get the message, in whatever field."""
    missing = everyone - there
    extra = frozenset() if wanted.get("others") or not everyone else there - everyone
    if extra & _everyone_of(state, message["answers"]):
        return "replied_to_all"
    if any(key.startswith("group:") for key in extra):
        return "wrong_group"
    if missing and extra:
        return "wrong_recipient"
    if missing:
        return "missing_recipient"
    return "extra_recipient" if extra else None


def _where(
    there: Mapping[str, frozenset[str]], wanted: Mapping[str, Any], visible: frozenset[str]
) -> str | None:
    """Whether each one is in the right field."""
    blind = there["bcc"]
    if (visible - there["to"] - there["cc"]) or (_wanted(wanted, "to") & blind):
        return "recipient_hidden"
    exact = (field for field in mailbox.FIELDS if field in wanted)
    if any(there[field] != _wanted(wanted, field) for field in exact):
        return "wrong_field"
    return None


def _conversation(message: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    if "forwards" in wanted:
        same = message["mode"] == "forward" and message["answers"] == wanted["forwards"]
        return None if same else "not_forwarded"
    if "answers" in wanted:
        same = message["mode"] != "forward" and message["answers"] == wanted["answers"]
        return None if same else "not_a_reply"
    return None


def _subject(subject: str, wanted: Mapping[str, Any]) -> str | None:
    if wanted and not subject.strip():
        return "no_subject"
    if "is" in wanted and _loose(subject) != _loose(wanted["is"]):
        return "wrong_subject"
    return None if _holds(subject, wanted.get("contains", ())) else "wrong_subject"


def _body(text: str, wanted: Mapping[str, Any]) -> str | None:
    if wanted and not text.strip():
        return "empty_body"
    if not frozenset(wanted.get("times", ())) <= wording.times_in(text):
        return "wrong_time"
    return None if _holds(text, wanted.get("contains", ())) else "body_incomplete"


def _attachments(message: Mapping[str, Any], wanted: Mapping[str, Any]) -> str | None:
    if "attachments" not in wanted:
        return None
    there = frozenset(each["id"] for each in message["attachments"])
    expected = frozenset(wanted["attachments"])
    if expected - there:
        return "wrong_attachment" if there - expected else "missing_attachment"
    return "extra_attachment" if there - expected else None


def _keys(field: list[recipients.Recipient]) -> frozenset[str]:
    return frozenset(recipients.key(each) for each in field)


def _wanted(wanted: Mapping[str, Any], field: str) -> frozenset[str]:
    named = wanted.get(field, ())
    return frozenset(key if key.startswith("group:") else key.casefold() for key in named)


def _everyone_of(state: State, message_id: str) -> frozenset[str]:
    """The visible recipients of the message answered."""
    original = state["messages"].get(message_id)
    return _keys([*original["to"], *original["cc"]]) if original else frozenset()


def _holds(text: str, words: list[str]) -> bool:
    return all(_loose(word) in _loose(text) for word in words)


def _loose(text: str) -> str:
    """Folded, a final point and the space before a colon set aside."""
    return wording.folded(text).rstrip(".").replace(" :", ":").replace(" ?", "?")
