"""The goal of rules that sort: they are played on messages nobody sees."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import Goal, State
from webapp.simulators.webmail import matching
from webapp.simulators.webmail.goals.changes import moved


def rules_sort(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The rules put each of the `tests` in its folder, with `most_rules` rules at most.

    A test is `{"message": message, "folder": name}`; an empty name stays in the inbox.
    """
    if state["rules"] == initial["rules"]:
        return "no_rule"
    failed = _worst([_played(state, test) for test in arguments["tests"]])
    if failed:
        return failed
    if len(state["rules"]) > arguments.get("most_rules", len(state["rules"])):
        return "too_many_rules"
    return "others_moved" if _moved_by_hand(initial, state) else None


def _played(state: State, test: Mapping[str, Any]) -> str | None:
    folder = matching.filed(state, test["message"])
    name = state["folders"][folder]["name"] if folder else ""
    wanted = test["folder"]
    if wording.folded(name) == wording.folded(wanted):
        return None
    if not wanted:
        return "rule_too_wide"
    return "rule_wrong_folder" if name else "rule_misses"


def _worst(failures: list[str | None]) -> str | None:
    for name in ("rule_wrong_folder", "rule_misses", "rule_too_wide"):
        if name in failures:
            return name
    return None


def _moved_by_hand(initial: State, state: State) -> bool:
    messages = state["messages"]
    return any(
        matching.filed(state, messages[key]) != messages[key]["folder"]
        for key in moved(initial, state)
    )


RULES_SORT = Goal(
    rules_sort,
    frozenset({"rules", "folders", "filing"}),
    (
        "no_rule",
        "rule_wrong_folder",
        "rule_misses",
        "rule_too_wide",
        "too_many_rules",
        "others_moved",
    ),
)
