"""What changed in a tree since the beginning, node by node."""

from webapp.simulators.files import state as tree
from webapp.simulators.frame import State

SIDE_EFFECTS = (
    "something_lost",
    "something_restored",
    "something_moved",
    "something_renamed",
    "something_added",
)


def side_effect(initial: State, state: State, parts: frozenset[str]) -> str | None:
    """The first change of the tree, unless a goal is about the tree."""
    if "tree" in parts:
        return None
    return others(initial, state, but=set(), added=set())


def others(initial: State, state: State, *, but: set[str], added: set[str]) -> str | None:
    """The first change of a node outside `but`, or a node made that is not in `added`."""
    kept = {key for key in initial["nodes"] if key not in but}
    if any(_gone(state, key) != _gone(initial, key) for key in kept):
        return "something_lost" if _lost(initial, state, kept) else "something_restored"
    now, before = state["nodes"], initial["nodes"]
    if any(now[key]["parent"] != before[key]["parent"] for key in kept if key in now):
        return "something_moved"
    if any(now[key]["name"] != before[key]["name"] for key in kept if key in now):
        return "something_renamed"
    return "something_added" if set(made(initial, state)) - added else None


def made(initial: State, state: State) -> dict[str, tree.Node]:
    """The live nodes made since the beginning: folders and copies."""
    return {
        key: each
        for key, each in state["nodes"].items()
        if key not in initial["nodes"] and not tree.in_trash(state, key)
    }


def deleted(initial: State, state: State) -> set[str]:
    """The nodes alive at the beginning that are in the trash or gone now."""
    return {
        key for key in initial["nodes"] if not tree.in_trash(initial, key) and _gone(state, key)
    }


def _gone(state: State, node_id: str) -> bool:
    return node_id not in state["nodes"] or tree.in_trash(state, node_id)


def _lost(initial: State, state: State, kept: set[str]) -> bool:
    return bool(deleted(initial, state) & kept)
