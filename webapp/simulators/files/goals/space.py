"""The goal of making room with as few deletions as possible."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators.files import state as tree
from webapp.simulators.files.goals import changes
from webapp.simulators.frame import Goal, State


def space_freed(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """At least `at_least` octets are free that were not, with `most` files deleted at most.

    `protected`: folders whose files must all stay, where they were. Where the trash takes space,
    it must be emptied too.
    """
    gone = changes.deleted(initial, state)
    files = {key for key in gone if initial["nodes"][key]["kind"] == tree.FILE}
    if gone & _protected(initial, arguments.get("protected", ())):
        return "protected_deleted"
    if tree.used(initial) - tree.used(state) < arguments["at_least"]:
        enough = sum(initial["nodes"][key]["size"] for key in files) >= arguments["at_least"]
        return "trash_not_emptied" if enough else "not_enough_freed"
    if len(files) > arguments["most"]:
        return "too_many_deleted"
    trashed_before = set(tree.trashed(initial))
    inside = {below for key in trashed_before for below in _held(initial, key)}
    return changes.others(initial, state, but=gone | trashed_before | inside, added=set())


def _protected(initial: State, folders: list[str]) -> set[str]:
    return {key for folder in folders for key in (folder, *tree.below(initial, folder))}


def _held(state: State, folder: str) -> set[str]:
    """All the nodes under one, trashed or not."""
    return {key for key in state["nodes"] if folder in tree.lineage(state, key)}


SPACE_FREED = Goal(
    space_freed,
    frozenset({"tree"}),
    (
        "protected_deleted",
        "not_enough_freed",
        "trash_not_emptied",
        "too_many_deleted",
        "something_lost",
        "something_moved",
        "something_renamed",
        "something_added",
    ),
)
