"""Goals about the automatic answer and the signature."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import Goal, State


def vacation_set(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The automatic answer is on from `first` to `last` (ISO days), its text holding `contains`."""
    vacation = state["vacation"]
    if not vacation["on"]:
        return "vacation_off"
    if vacation["first"] != arguments["first"]:
        return "wrong_first_day"
    if vacation["last"] != arguments["last"]:
        return "wrong_last_day"
    found = _holds(vacation["answer"], arguments.get("contains", ()))
    return None if found else "answer_incomplete"


def signature_set(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The signature holds each of the words of `contains`."""
    if not state["signature"]:
        return "no_signature"
    return None if _holds(state["signature"], arguments["contains"]) else "wrong_signature"


def _holds(text: str, words: list[str]) -> bool:
    return all(wording.folded(word) in wording.folded(text) for word in words)


VACATION_SET = Goal(
    vacation_set,
    frozenset({"vacation"}),
    ("vacation_off", "wrong_first_day", "wrong_last_day", "answer_incomplete"),
)
SIGNATURE_SET = Goal(signature_set, frozenset({"signature"}), ("no_signature", "wrong_signature"))
