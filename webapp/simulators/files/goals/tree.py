"""The goal of a tree changed exactly as asked, the rest untouched."""

from collections.abc import Mapping
from typing import Any

from webapp.simulators import wording
from webapp.simulators.files import state as tree
from webapp.simulators.files.goals import changes
from webapp.simulators.frame import Goal, State


def tree_is(initial: State, state: State, arguments: Mapping[str, Any]) -> str | None:
    """The tree is the initial one, with these changes and no other.

    `folders`: paths of folders made; `moved`: {node: path of its new folder}; `renamed`:
    {node: new name}; `copied`: {node: path of the folder that holds the copy}; `trashed`:
    nodes now in the trash (or deleted for good). Paths start at the root: « Documents/Stage ».
    """
    folders = list(arguments.get("folders", ()))
    moved, renamed = arguments.get("moved", {}), arguments.get("renamed", {})
    copied, trashed = arguments.get("copied", {}), arguments.get("trashed", ())
    return (
        _folders(initial, state, folders)
        or _first(_moved(initial, state, key, to) for key, to in sorted(moved.items()))
        or _first(_renamed(state, key, name) for key, name in sorted(renamed.items()))
        or _first(_copied(initial, state, key, to) for key, to in sorted(copied.items()))
        or ("not_trashed" if set(trashed) - changes.deleted(initial, state) else None)
        or _rest(initial, state, arguments, folders)
    )


def _folders(initial: State, state: State, paths: list[str]) -> str | None:
    missing = [path for path in paths if tree.find(state, path) is None]
    if not missing:
        return None
    made = [each for each in changes.made(initial, state).values() if each["kind"] == tree.FOLDER]
    name = wording.folded(missing[0].rpartition("/")[2])
    if any(wording.folded(each["name"]) == name for each in made):
        return "folder_misplaced"
    return "folder_misnamed" if made else "folder_missing"


def _moved(initial: State, state: State, key: str, to: str) -> str | None:
    there = tree.find(state, to)
    now = state["nodes"].get(key)
    if now is None or tree.in_trash(state, key):
        return "wanted_lost"
    if there is not None and now["parent"] == there:
        return None
    if any(each["copy_of"] == key for each in changes.made(initial, state).values()):
        return "copied_instead"
    return "not_moved" if now["parent"] == initial["nodes"][key]["parent"] else "moved_elsewhere"


def _renamed(state: State, key: str, name: str) -> str | None:
    now = state["nodes"].get(key)
    if now is None or tree.in_trash(state, key):
        return "wanted_lost"
    if now["name"] == name:
        return None
    if tree.extension(now["name"]) != tree.extension(name):
        return "extension_changed"
    return "misnamed"


def _copied(initial: State, state: State, key: str, to: str) -> str | None:
    there = tree.find(state, to)
    now = state["nodes"].get(key)
    if any(each["parent"] == there for each in _copies(initial, state, key)):
        return None
    return "moved_instead" if now and there and now["parent"] == there else "not_copied"


def _copies(initial: State, state: State, key: str) -> list[tree.Node]:
    return [each for each in changes.made(initial, state).values() if each["copy_of"] == key]


def _rest(
    initial: State, state: State, arguments: Mapping[str, Any], folders: list[str]
) -> str | None:
    copied, trashed = arguments.get("copied", {}), arguments.get("trashed", ())
    but = {*arguments.get("moved", {}), *arguments.get("renamed", {}), *trashed}
    but |= {below for key in trashed for below in tree.below(initial, key)}
    added = {tree.find(state, path) or "" for path in folders}
    for key, to in copied.items():
        added |= _whole_copy(initial, state, key, tree.find(state, to) or "")
    return changes.others(initial, state, but=but, added=added)


def _whole_copy(initial: State, state: State, key: str, folder: str) -> set[str]:
    """The first copy of a node in a folder, with all that it holds."""
    found = sorted(
        made
        for made, each in changes.made(initial, state).items()
        if each["copy_of"] == key and each["parent"] == folder
    )
    return {found[0], *tree.below(state, found[0])} if found else set()


def _first(failures: Any) -> str | None:
    return next((name for name in failures if name), None)


TREE_IS = Goal(
    tree_is,
    frozenset({"tree"}),
    (
        "folder_missing",
        "folder_misnamed",
        "folder_misplaced",
        "wanted_lost",
        "copied_instead",
        "not_moved",
        "moved_elsewhere",
        "extension_changed",
        "misnamed",
        "moved_instead",
        "not_copied",
        "not_trashed",
        "something_lost",
        "something_restored",
        "something_moved",
        "something_renamed",
        "something_added",
    ),
)
