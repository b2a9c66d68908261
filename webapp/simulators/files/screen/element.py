"""The side pane: a file opened, or the properties of a file or folder."""

from collections.abc import Iterator

from webapp.simulators import wording
from webapp.simulators.files import state as tree
from webapp.simulators.files import types
from webapp.simulators.files.screen.listing import base
from webapp.simulators.files.screen.types import Element, Fact
from webapp.simulators.frame import State, View
from webapp.simulators.screens import Typed


def element(state: State, view: View, typed: Typed) -> Element:
    """What is open at the side; folders have properties only."""
    node_id = view["element"]
    node = state["nodes"][node_id]
    here = {**base(view), "element": node_id}
    facts_view = {**here, "volet": "proprietes"}
    folder = node["kind"] == tree.FOLDER
    return Element(
        id=node_id,
        name=node["name"],
        family=types.family(node),
        is_folder=folder,
        is_root=not node["parent"],
        in_trash=tree.in_trash(state, node_id),
        tab="proprietes" if folder or view.get("volet") == "proprietes" else "apercu",
        preview_view=here,
        facts_view=facts_view,
        rename_view={**facts_view, "renommer": "1"},
        close_view=base(view),
        lines=tuple(node["text"].split("\n")) if node["text"] else (),
        about=node["about"],
        facts=tuple(_facts(state, node_id, node)),
        renaming=bool(view.get("renommer")) or typed.by("rename"),
        new_name=typed.one("name", node["name"]) if typed.by("rename") else node["name"],
    )


def _facts(state: State, node_id: str, node: tree.Node) -> Iterator[Fact]:
    yield Fact("Nom", node["name"])
    yield Fact("Type", types.type_name(node))
    yield Fact("Emplacement", _place(state, node))
    yield Fact("Taille", _weight(tree.weight(state, node_id)))
    if node["kind"] == tree.FOLDER:
        yield Fact("Contenu", _contents(state, node_id))
    yield Fact("Créé le", wording.moment(node["created"]))
    yield Fact("Modifié le", wording.moment(node["modified"]))
    if node["trashed"]:
        yield Fact("Supprimé le", wording.moment(node["trashed"]))


def _place(state: State, node: tree.Node) -> str:
    if not node["parent"]:
        return "—"
    above = [state["nodes"][each]["name"] for each in tree.lineage(state, node["parent"])]
    return " › ".join(above)


def _weight(octets: int) -> str:
    shown = wording.size(octets)
    return shown if octets < 1000 else f"{shown} ({wording.grouped(octets)} octets)"


def _contents(state: State, folder: str) -> str:
    kinds = [each["kind"] for each in tree.below(state, folder).values()]
    files = wording.plural(kinds.count(tree.FILE), "fichier")
    return f"{files}, {wording.plural(kinds.count(tree.FOLDER), 'dossier')}"
