"""The goal of bringing the right things back from the trash."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators.files import state as tree
from webapp.simulators.files.goals import changes
from webapp.simulators.frame import Goal, State


def restored(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The `nodes` came back from the trash, they alone, and nothing else changed.

    A node brought back may then be moved or renamed only with `anywhere` true.
    """
    wanted = set(arguments["nodes"])
    back = {
        key
        for key in tree.trashed(initial)
        if key in state["nodes"] and not tree.in_trash(state, key)
    }
    if wanted - back:
        return _missing(state, wanted - back, bool(back - wanted))
    if back - wanted:
        return "too_many_restored"
    but = {*wanted, *(below for key in wanted for below in tree.below(state, key))}
    if not arguments.get("anywhere") and _displaced(initial, state, wanted):
        return "something_moved"
    return changes.others(initial, state, but=but, added=set())


def _missing(state: State, missing: set[str], others_back: bool) -> str:
    if any(key not in state["nodes"] for key in missing):
        return "wanted_erased"
    return "wrong_one_restored" if others_back else "nothing_restored"


def _displaced(initial: State, state: State, wanted: set[str]) -> bool:
    before, now = initial["nodes"], state["nodes"]
    return any(
        before[key]["parent"] in now
        and not tree.in_trash(initial, before[key]["parent"])
        and now[key]["parent"] != before[key]["parent"]
        for key in wanted
    )


RESTORED = Goal(
    restored,
    frozenset({"tree"}),
    (
        "nothing_restored",
        "wrong_one_restored",
        "wanted_erased",
        "too_many_restored",
        "something_lost",
        "something_moved",
        "something_renamed",
        "something_added",
    ),
)
