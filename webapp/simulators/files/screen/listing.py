"""The list: a folder, a search, or the trash, sorted."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from webapp.simulators import wording
from webapp.simulators.files import search, types
from webapp.simulators.files import state as tree
from webapp.simulators.files.screen.types import Listing, Row, Sort
from webapp.simulators.frame import State, View
from webapp.simulators.screens import Typed

SORTS = {"nom": "Nom", "date": "Date", "taille": "Taille", "type": "Type"}
FALLING_FIRST = ("date", "taille")


def listing(state: State, view: View, typed: Typed) -> Listing:
    """What the view asks for, with the boxes ticked in a refused form."""
    pattern = view.get("recherche", "").strip()[:80]
    in_trash = view["dossier"] == "corbeille"
    found = _found(state, view, pattern)
    rows = [_row(state, key, view, placed=bool(pattern) or in_trash) for key in found]
    return Listing(
        title=_title(state, view, pattern),
        id="" if pattern or in_trash else view["dossier"],
        rows=tuple(_sorted(state, rows, view, ticked=set(typed.many("nodes")))),
        total_words=wording.plural(len(rows), "élément"),
        columns=tuple(each for each in tree.COLUMNS if each in state["columns"]),
        sorts=_sorts(view),
        pattern=pattern,
        searching=bool(pattern),
        in_trash=in_trash,
        empty=_empty(pattern, in_trash=in_trash),
        details_view=_details(state, view, pattern, in_trash=in_trash),
    )


def base(view: View) -> dict[str, str]:
    """The words of the view that say which list this is, and how it is sorted."""
    kept = ("dossier", "recherche", "tri", "sens")
    return {word: view[word] for word in kept if view.get(word)}


def _found(state: State, view: View, pattern: str) -> Mapping[str, tree.Node]:
    if view["dossier"] == "corbeille":
        trashed = tree.trashed(state)
        return {k: v for k, v in trashed.items() if search.matches(pattern, v["name"])}
    if pattern:
        return search.found(state, pattern, folder=view["dossier"])
    return tree.children(state, view["dossier"])


def _row(state: State, node_id: str, view: View, *, placed: bool) -> Row:
    node = state["nodes"][node_id]
    opens = node["kind"] == tree.FOLDER and not node["trashed"]
    element = {**base(view), "element": node_id}
    shown = state["columns"]
    return Row(
        id=node_id,
        name=node["name"],
        family=types.family(node),
        type=types.type_name(node) if "type" in shown else "",
        size=_size(node) if "size" in shown else "",
        modified=wording.table_moment(node["modified"]) if "modified" in shown else "",
        place=_place(state, node) if placed else "",
        trashed=wording.table_moment(node["trashed"]) if node["trashed"] else "",
        view={**base({**view, "recherche": ""}), "dossier": node_id} if opens else element,
        details_view={**element, "volet": "proprietes"},
        current=view.get("element") == node_id,
    )


def _size(node: tree.Node) -> str:
    return "" if node["kind"] == tree.FOLDER else wording.size(node["size"])


def _place(state: State, node: tree.Node) -> str:
    path = tree.path(state, node["parent"]).replace("/", " › ")
    return path or str(state["nodes"][state["root"]]["name"])


def _sorted(state: State, rows: list[Row], view: View, *, ticked: set[str]) -> list[Row]:
    """Folders first, then by what was asked; by name between equals."""
    by, descending = _asked(view)

    def value(row: Row) -> Any:
        node = state["nodes"][row.id]
        values = {
            "date": node["trashed"] or node["modified"],
            "taille": node["size"],
            "type": wording.sort_key(types.type_name(node)),
        }
        return values.get(by, wording.sort_key(row.name))

    rows = sorted(rows, key=lambda row: (wording.sort_key(row.name), row.id))
    rows.sort(key=value, reverse=descending)
    rows.sort(key=lambda row: row.family != tree.FOLDER)
    return [replace(row, ticked=row.id in ticked) for row in rows]


def _asked(view: View) -> tuple[str, bool]:
    by = view.get("tri", "nom")
    by = by if by in SORTS else "nom"
    return by, view.get("sens") == "decroissant"


def _sorts(view: View) -> tuple[Sort, ...]:
    by, descending = _asked(view)
    return tuple(
        Sort(label, _sort_view(view, name, descending), name == by, descending and name == by)
        for name, label in SORTS.items()
    )


def _sort_view(view: View, name: str, descending: bool) -> dict[str, str]:
    """A second press turns the order round; dates and sizes start with the greatest."""
    falls = not descending if name == _asked(view)[0] else name in FALLING_FIRST
    return {**base(view), "tri": name, "sens": "decroissant" if falls else "croissant"}


def _title(state: State, view: View, pattern: str) -> str:
    if view["dossier"] == "corbeille":
        return "Corbeille"
    name = str(state["nodes"][view["dossier"]]["name"])
    return f"Recherche dans « {name} »" if pattern else name


def _empty(pattern: str, *, in_trash: bool) -> str:
    if pattern:
        return "Rien ne correspond à cette recherche."
    return "La corbeille est vide." if in_trash else "Ce dossier est vide."


def _details(state: State, view: View, pattern: str, *, in_trash: bool) -> Mapping[str, str] | None:
    if pattern or in_trash:
        return None
    return {**base(view), "element": view["dossier"], "volet": "proprietes"}
