"""The state of a file explorer: one tree of nodes, a trash, a total space.

`nodes` is `{id: node}`; a node has `parent` (empty for the root), `name`, `kind` (« folder » or
« file »), `size` in octets, `created` and `modified` (ISO moments), `text` (what opening it
shows), `about` (what it is, when there is no text), `trashed` (moment, or empty), `copy_of`.
Values: `root`, `now`, `title`, `quota` (octets, 0 for none), `trash_counts` (whether the trash
takes space), `columns` (what lists show beside names).
"""

from typing import Any

from webapp.simulators import wording
from webapp.simulators.frame import ActionRefused, State

Node = dict[str, Any]
FOLDER, FILE = "folder", "file"
COLUMNS = ("modified", "type", "size")
MOST_NODES, LONGEST_NAME, DEEPEST = 240, 80, 8
FORBIDDEN = '\\/:*?"<>|'


def node(state: State, node_id: str) -> Node:
    """One node, trashed or not; refused with a sentence when there is none."""
    found: Node | None = state["nodes"].get(node_id)
    if found is None:
        raise ActionRefused("Cet élément n’est plus là.")
    return found


def live_node(state: State, node_id: str) -> Node:
    """One node that is not in the trash, the root excepted; refused with a sentence otherwise."""
    found = node(state, node_id)
    if in_trash(state, node_id):
        raise ActionRefused("Cet élément est dans la corbeille : restaure-le d’abord.")
    if not found["parent"]:
        raise ActionRefused("Le dossier principal ne peut pas être changé.")
    return found


def live_folder(state: State, node_id: str, *, field: str = "to") -> Node:
    """A folder where things can be put; refused with a sentence otherwise."""
    if not node_id:
        raise ActionRefused("Choisis d’abord un dossier d’arrivée.", field=field)
    found = state["nodes"].get(node_id)
    if found is None or found["kind"] != FOLDER or in_trash(state, node_id):
        raise ActionRefused("Ce dossier n’existe plus.", field=field)
    kept: Node = found
    return kept


def lineage(state: State, node_id: str) -> list[str]:
    """The ids from the root down to a node, itself included."""
    ids = [node_id]
    while parent := state["nodes"][ids[0]]["parent"]:
        ids.insert(0, parent)
    return ids


def path(state: State, node_id: str) -> str:
    """« Documents/Stage/convention.pdf », from the root, which is not named."""
    return "/".join(state["nodes"][each]["name"] for each in lineage(state, node_id)[1:])


def in_trash(state: State, node_id: str) -> bool:
    """Whether a node, or a folder above it, was put in the trash."""
    return any(state["nodes"][each]["trashed"] for each in lineage(state, node_id))


def children(state: State, folder_id: str) -> dict[str, Node]:
    """What a folder shows: its nodes that are not in the trash."""
    return {
        key: each
        for key, each in state["nodes"].items()
        if each["parent"] == folder_id and not each["trashed"]
    }


def below(state: State, folder_id: str) -> dict[str, Node]:
    """All that a folder holds, at any depth, trash excepted."""
    found: dict[str, Node] = {}
    for key, each in children(state, folder_id).items():
        found[key] = each
        found |= below(state, key)
    return found


def trashed(state: State) -> dict[str, Node]:
    """What the trash shows: the nodes put in it, without what they hold."""
    return {key: each for key, each in state["nodes"].items() if each["trashed"]}


def weight(state: State, node_id: str) -> int:
    """The octets of a file, or of all that a folder holds."""
    found = state["nodes"][node_id]
    if found["kind"] == FILE:
        return int(found["size"])
    return sum(int(each["size"]) for each in below(state, node_id).values())


def used(state: State) -> int:
    """The octets that count against the quota."""
    everything = state["nodes"].values()
    live = sum(int(each["size"]) for each in below(state, state["root"]).values())
    return sum(int(each["size"]) for each in everything) if state["trash_counts"] else live


def name_taken(state: State, folder_id: str, name: str, *, but: str = "") -> bool:
    """Whether something of that name is in a folder; case does not count."""
    return any(
        each["name"].casefold() == name.casefold()
        for key, each in children(state, folder_id).items()
        if key != but
    )


def checked_name(name: str) -> str:
    """A name that can be given; refused with a sentence otherwise."""
    name = " ".join(name.split())
    if not name or name in (".", ".."):
        raise ActionRefused("Donne un nom.", field="name")
    if len(name) > LONGEST_NAME:
        raise ActionRefused(
            f"Choisis un nom plus court : {LONGEST_NAME} caractères au plus.", field="name"
        )
    wrong = [letter for letter in name if letter in FORBIDDEN]
    if wrong:
        raise ActionRefused(f"Un nom ne peut pas contenir « {wrong[0]} ».", field="name")
    return name


def extension(name: str) -> str:
    """« pdf » of « convention.pdf », in lower case; empty when there is none."""
    stem, point, last = name.rpartition(".")
    return last.lower() if point and stem else ""


def find(state: State, path_: str) -> str | None:
    """The id of the live node at a path from the root; case and accents set aside."""
    here: str = state["root"]
    for name in filter(None, path_.split("/")):
        named = [
            key
            for key, each in children(state, here).items()
            if wording.folded(each["name"]) == wording.folded(name)
        ]
        if not named:
            return None
        here = named[0]
    return here
