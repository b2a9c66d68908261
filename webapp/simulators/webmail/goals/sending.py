"""Goals about a message that leaves, now or later."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators.frame import Goal, State
from webapp.simulators.webmail import state as mailbox
from webapp.simulators.webmail.goals import expectations


def sent_one_message(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """One message was sent, and it is as expected (see `expectations` for the arguments)."""
    gone = new_sent(initial, state)
    if len(gone) > 1:
        return "several_messages"
    if not gone:
        return _not_sent(initial, state)
    return expectations.failure(state, gone[0], arguments)


def message_scheduled(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """One message waits for `at` (an ISO moment to the minute), and it is as expected."""
    waiting = _new(mailbox.scheduled(initial), mailbox.scheduled(state))
    if not waiting:
        return "sent_now" if new_sent(initial, state) else "not_scheduled"
    if len(waiting) > 1 or new_sent(initial, state):
        return "several_messages"
    day, _, time = arguments["at"].partition("T")
    chosen_day, _, chosen_time = waiting[0]["send_at"].partition("T")
    if chosen_day != day:
        return "wrong_sending_day"
    if chosen_time != time:
        return "wrong_sending_time"
    return expectations.failure(state, waiting[0], arguments)


def new_sent(initial: State, state: State) -> list[Any]:
    """The messages sent since the beginning."""
    return _new(mailbox.sent(initial), mailbox.sent(state))


def _not_sent(initial: State, state: State) -> str:
    if len(mailbox.scheduled(state)) > len(mailbox.scheduled(initial)):
        return "scheduled_instead"
    written = _new(mailbox.kept_drafts(initial), mailbox.kept_drafts(state))
    return "left_in_drafts" if written else "nothing_sent"


def _new(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Any]:
    return [now[key] for key in sorted(now) if key not in before]


SENT_ONE_MESSAGE = Goal(
    sent_one_message,
    frozenset({"sent"}),
    (
        "nothing_sent",
        "left_in_drafts",
        "scheduled_instead",
        "several_messages",
        *expectations.FAILURES,
    ),
)
MESSAGE_SCHEDULED = Goal(
    message_scheduled,
    frozenset({"scheduled"}),
    (
        "not_scheduled",
        "sent_now",
        "several_messages",
        "wrong_sending_day",
        "wrong_sending_time",
        *expectations.FAILURES,
    ),
)
