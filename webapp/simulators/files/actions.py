"""What one does to files: create, rename, move, copy, delete, restore, empty the trash."""

from collections.abc import Iterable, Mapping
from typing import Any

from webapp.simulators import ids, wording
from webapp.simulators.files import state as tree
from webapp.simulators.frame import Action, ActionRefused, Done, State, Verb


def create_folder(state: State, action: Action) -> Done:
    """Make a folder in the folder that is the target."""
    tree.live_folder(state, action.target or state["root"], field="name")
    parent = action.target or state["root"]
    name = _free(state, parent, tree.checked_name(action.one("name")))
    _room_for(state, 1)
    if len(tree.lineage(state, parent)) >= tree.DEEPEST:
        raise ActionRefused("Ce dossier est déjà très profond : crée-le plus haut.", field="name")
    state["nodes"][ids.new(state)] = _node(state, parent=parent, name=name)
    return Done(f"Dossier « {name} » créé.", {"nouveau": ""}, undo=True)


def rename(state: State, action: Action) -> Done:
    """Give the target another name."""
    found = tree.live_node(state, action.target)
    name = tree.checked_name(action.one("name"))
    if name == found["name"]:
        raise ActionRefused("C’est déjà son nom.", field="name")
    found["name"] = _free(state, found["parent"], name, but=action.target)
    return Done(f"Renommé en « {name} ».", {"renommer": ""}, undo=True)


def move(state: State, action: Action) -> Done:
    """Put the nodes chosen in the folder `to`."""
    to, chosen = action.one("to"), _chosen(state, action)
    _can_go(state, chosen, to)
    for key, each in chosen.items():
        if each["parent"] != to:
            each["name"] = _free(state, to, each["name"], but=key, field="to")
            each["parent"] = to
    return Done(
        f"{_said(chosen, 'déplacé', 'déplacés')} dans « {_name(state, to)} ».", BACK, undo=True
    )


def copy(state: State, action: Action) -> Done:
    """Put copies of the nodes chosen in the folder `to`."""
    to, chosen = action.one("to"), _chosen(state, action)
    _can_go(state, chosen, to)
    _room_for(state, sum(1 + len(tree.below(state, key)) for key in chosen))
    _space_for(state, sum(tree.weight(state, key) for key in chosen))
    for key in sorted(chosen):
        _copied(state, key, to, name=_copy_name(state, to, chosen[key]["name"]))
    return Done(f"{_said(chosen, 'copié', 'copiés')} dans « {_name(state, to)} ».", BACK, undo=True)


def trash(state: State, action: Action) -> Done:
    """Put the nodes chosen in the trash."""
    chosen = _chosen(state, action)
    for each in chosen.values():
        each["trashed"] = state["now"]
    return Done(f"{_said(chosen, 'mis', 'mis')} à la corbeille.", BACK, undo=True)


def restore(state: State, action: Action) -> Done:
    """Put nodes of the trash back where they were, or at the root if that place is gone."""
    chosen = _chosen_trashed(state, action)
    for key, each in chosen.items():
        each["trashed"] = ""
        if each["parent"] not in state["nodes"] or tree.in_trash(state, each["parent"]):
            each["parent"] = state["root"]
        if tree.name_taken(state, each["parent"], each["name"], but=key):
            each["name"] = _numbered(state, each["parent"], each["name"])
    return Done(f"{_said(chosen, 'restauré', 'restaurés')}.", BACK, undo=True)


def erase(state: State, action: Action) -> Done:
    """Delete nodes of the trash for good."""
    chosen = _chosen_trashed(state, action)
    for key in chosen:
        _erased(state, key)
    return Done(f"{_said(chosen, 'supprimé', 'supprimés')} définitivement.", BACK)


def empty_trash(state: State, action: Action) -> Done:
    """Delete for good all that is in the trash."""
    if not tree.trashed(state):
        raise ActionRefused("La corbeille est déjà vide.")
    for key in list(tree.trashed(state)):
        _erased(state, key)
    return Done("La corbeille est vide.", BACK)


BACK = {"element": "", "volet": "", "renommer": ""}
VERBS: Mapping[str, Verb] = {
    "create_folder": create_folder,
    "rename": rename,
    "move": move,
    "copy": copy,
    "trash": trash,
    "restore": restore,
    "erase": erase,
    "empty_trash": empty_trash,
}


def _chosen(state: State, action: Action) -> dict[str, tree.Node]:
    """The nodes an action is about: its target, or the boxes ticked."""
    return {key: tree.live_node(state, key) for key in _asked(action)}


def _chosen_trashed(state: State, action: Action) -> dict[str, tree.Node]:
    chosen = {key: tree.node(state, key) for key in _asked(action)}
    if not all(each["trashed"] for each in chosen.values()):
        raise ActionRefused("Cet élément n’est pas dans la corbeille.")
    return chosen


def _asked(action: Action) -> Iterable[str]:
    asked = (action.target,) if action.target else action.many("nodes")
    if not asked:
        raise ActionRefused("Coche d’abord au moins un élément.", field="nodes")
    return dict.fromkeys(asked)


def _can_go(state: State, chosen: Mapping[str, tree.Node], to: str) -> None:
    tree.live_folder(state, to)
    above = tree.lineage(state, to)
    if any(key in above for key in chosen):
        raise ActionRefused("Un dossier ne peut pas aller dans lui-même.", field="to")
    depth = max(_depth(state, key) for key in chosen)
    if len(above) + depth > tree.DEEPEST:
        raise ActionRefused("Ce dossier serait trop profond.", field="to")


def _depth(state: State, node_id: str) -> int:
    deeper = [_depth(state, key) for key in tree.children(state, node_id)]
    return 1 + max(deeper, default=0)


def _free(state: State, folder: str, name: str, *, but: str = "", field: str = "name") -> str:
    if tree.name_taken(state, folder, name, but=but):
        raise ActionRefused(f"« {name} » existe déjà dans ce dossier.", field=field)
    return name


def _room_for(state: State, count: int) -> None:
    if len(state["nodes"]) + count > tree.MOST_NODES:
        raise ActionRefused("Il y a déjà trop d’éléments : supprimes-en, puis vide la corbeille.")


def _space_for(state: State, octets: int) -> None:
    if state["quota"] and tree.used(state) + octets > state["quota"]:
        raise ActionRefused("Il n’y a plus assez de place pour cette copie.", field="to")


def _copied(state: State, node_id: str, to: str, *, name: str) -> None:
    original = dict(state["nodes"][node_id])
    made = ids.new(state)
    inside = tree.children(state, node_id)
    state["nodes"][made] = {
        **original, "parent": to, "name": name, "created": state["now"], "copy_of": node_id
    }  # fmt: skip
    for key in sorted(inside):
        _copied(state, key, made, name=inside[key]["name"])


def _copy_name(state: State, folder: str, name: str) -> str:
    """The name of a copy: the same, or « nom - Copie.ext », then « nom - Copie (2).ext »."""
    if not tree.name_taken(state, folder, name):
        return name
    stem, ending = _split(name)
    return _numbered(state, folder, f"{stem} - Copie{ending}", first=True)


def _numbered(state: State, folder: str, name: str, *, first: bool = False) -> str:
    stem, ending = _split(name)
    tries = [f"{stem}{ending}"] if first else []
    tries += [f"{stem} ({number}){ending}" for number in range(2, tree.MOST_NODES)]
    return next(each for each in tries if not tree.name_taken(state, folder, each))


def _split(name: str) -> tuple[str, str]:
    ending = tree.extension(name)
    return (name[: -len(ending) - 1], name[-len(ending) - 1 :]) if ending else (name, "")


def _erased(state: State, node_id: str) -> None:
    """Delete a node with what it holds; what was put in the trash before it stays there."""
    inside = {key: each for key, each in state["nodes"].items() if each["parent"] == node_id}
    for key, each in inside.items():
        if each["trashed"]:
            each["parent"] = state["root"]
        else:
            _erased(state, key)
    del state["nodes"][node_id]


def _node(state: State, *, parent: str, name: str) -> dict[str, Any]:
    return {
        "parent": parent, "name": name, "kind": tree.FOLDER, "size": 0, "created": state["now"],
        "modified": state["now"], "text": "", "about": "", "trashed": "", "copy_of": "",
    }  # fmt: skip


def _name(state: State, folder: str) -> str:
    return str(state["nodes"][folder]["name"])


def _said(chosen: Mapping[str, tree.Node], one: str, many: str) -> str:
    if len(chosen) == 1:
        return f"« {next(iter(chosen.values()))['name']} » {one}"
    return f"{wording.plural(len(chosen), 'élément')} {many}"
