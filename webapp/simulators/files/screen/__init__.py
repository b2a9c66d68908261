"""The screen of the explorer: a state and a view turned into what the templates read."""

from collections.abc import Iterator

from webapp.simulators import screens, wording
from webapp.simulators.files import state as tree
from webapp.simulators.files.screen.element import element
from webapp.simulators.files.screen.listing import base, listing
from webapp.simulators.files.screen.types import Crumb, Destination, Screen, Space, TreeItem
from webapp.simulators.frame import ActionRefused, State, View
from webapp.simulators.screens import Typed

PASSING = ("fait", "renommer", "nouveau")
TRASH = "corbeille"


def draw(state: State, view: View, refusal: ActionRefused | None) -> Screen:
    """The explorer in a view; unknown words and ids lead to the root."""
    view = _known(state, view)
    typed = Typed(refusal)
    opened = element(state, view, typed) if "element" in view else None
    return Screen(
        title="Fichiers",
        heading=state["title"],
        kind="element" if opened else "list",
        tree=(*_tree(state, view, state["root"], 0), _trash(state, view)),
        crumbs=_crumbs(state, view),
        listing=listing(state, view, typed),
        element=opened,
        destinations=tuple(_destinations(state, typed)),
        space=_space(state),
        here=view,
        new_folder=bool(view.get("nouveau")) or typed.by("create_folder"),
        new_folder_view={**base(view), "nouveau": "1"},
        notice=screens.notice(state, view) if refusal is None else None,
        problem=screens.problem(refusal),
        typed=typed.all(),
    )


def _known(state: State, view: View) -> dict[str, str]:
    """The view, without what is no longer there."""
    kept = {word: value for word, value in view.items() if value}
    nodes = state["nodes"]
    folder = kept.get("dossier", "")
    if folder != TRASH and (
        folder not in nodes or nodes[folder]["kind"] != tree.FOLDER or tree.in_trash(state, folder)
    ):
        kept["dossier"] = state["root"]
    if kept.get("element") not in nodes:
        kept.pop("element", None)
    return kept


def _tree(state: State, view: View, folder: str, depth: int) -> Iterator[TreeItem]:
    """The folders from one down, as they are listed at the side."""
    node = state["nodes"][folder]
    here = {"dossier": folder, **_sorting(view)}
    current = view["dossier"] == folder and not view.get("recherche")
    yield TreeItem(node["name"], "folder" if depth else "screen", depth, here, current)
    for key in _folders(state, folder):
        yield from _tree(state, view, key, depth + 1)


def _folders(state: State, folder: str) -> list[str]:
    inside = tree.children(state, folder)
    folders = [key for key, each in inside.items() if each["kind"] == tree.FOLDER]
    return sorted(folders, key=lambda key: wording.sort_key(inside[key]["name"]))


def _trash(state: State, view: View) -> TreeItem:
    count = len(tree.trashed(state))
    here = {"dossier": TRASH, **_sorting(view)}
    words = str(count) if count else ""
    return TreeItem("Corbeille", "trash", 0, here, view["dossier"] == TRASH, words)


def _sorting(view: View) -> dict[str, str]:
    return {word: view[word] for word in ("tri", "sens") if view.get(word)}


def _crumbs(state: State, view: View) -> tuple[Crumb, ...]:
    if view["dossier"] == TRASH:
        return ()
    return tuple(
        Crumb(state["nodes"][each]["name"], {"dossier": each, **_sorting(view)})
        for each in tree.lineage(state, view["dossier"])
    )


def _destinations(state: State, typed: Typed) -> Iterator[Destination]:
    chosen = typed.one("to")
    for folder in _all_folders(state, state["root"]):
        label = tree.path(state, folder) or str(state["nodes"][folder]["name"])
        yield Destination(folder, label.replace("/", " › "), folder == chosen)


def _all_folders(state: State, folder: str) -> Iterator[str]:
    yield folder
    for key in _folders(state, folder):
        yield from _all_folders(state, key)


def _space(state: State) -> Space | None:
    quota = state["quota"]
    if not quota:
        return None
    used = tree.used(state)
    percent = min(100, round(100 * used / quota))
    words = f"{wording.size(used)} utilisés sur {wording.size(quota)}"
    return Space(words, percent, full=used >= quota * 0.95, trash_counts=state["trash_counts"])
