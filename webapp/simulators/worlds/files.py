"""Building a tree of files, with its trash and its space."""

from collections.abc import Sequence
from random import Random
from typing import Any

from webapp.simulators import files, ids
from webapp.simulators.files import state as tree
from webapp.simulators.files.search import matches
from webapp.simulators.frame import State
from webapp.simulators.worlds.steps import Steps

__all__ = ["Tree", "matches"]


class Tree:
    """A tree of files being built; every method that adds something gives its opaque id.

    `now` is the moment of the world (ISO). Paths start at the root, which is not named:
    « Documents/Stage/convention.pdf »; folders on the way are made when missing.
    """

    def __init__(
        self,
        rng: Random,
        *,
        now: str,
        title: str = "",
        root: str = "Mes fichiers",
        quota: int = 0,
        trash_counts: bool = False,
        columns: Sequence[str] = tree.COLUMNS,
    ) -> None:
        self._rng = rng
        self._taken: set[str] = set()
        self.root = self._id()
        self._state: State = {
            "root": self.root,
            "now": now,
            "salt": self._id(),
            "made": 0,
            "title": title,
            "quota": quota,
            "trash_counts": trash_counts,
            "columns": list(columns),
            "nodes": {},
            "last": None,
        }
        self._node(self.root, parent="", name=root, kind=tree.FOLDER, created=now)
        self._folders = {"": self.root}  # by path, those in the trash left out

    def folder(self, path: str, *, created: str = "") -> str:
        """The id of the folder at that path, made when missing."""
        if path not in self._folders:
            place, _, name = path.rpartition("/")
            above = self.folder(place, created=created)
            self._folders[path] = self._new(above, name, tree.FOLDER, created=created)
        return self._folders[path]

    def file(
        self,
        path: str,
        *,
        size: int,
        modified: str,
        created: str = "",
        text: str = "",
        about: str = "",
    ) -> str:
        """Add a file; `size` in octets, moments in ISO; `created` is `modified` by default.

        `text` is what one reads when opening it; `about` describes it when there is no text.
        """
        place, _, name = path.rpartition("/")
        created = created or modified
        return self._new(
            self.folder(place),
            name,
            tree.FILE,
            created=created,
            modified=modified,
            size=size,
            text=text,
            about=about,
        )

    def trash(self, node: str, *, date: str) -> str:
        """Put a node in the trash at that moment (ISO)."""
        self._state["nodes"][node]["trashed"] = date
        self._folders = {
            path: folder
            for path, folder in self._folders.items()
            if not tree.in_trash(self._state, folder)
        }
        return node

    def path(self, node: str) -> str:
        """The path of a node, from the root."""
        return tree.path(self._state, node)

    def state(self) -> State:
        """The initial state, for `Simulation("files", …)`."""
        return self._state

    def steps(self) -> Steps:
        """Actions to play from here: how right answers and mistakes are written."""
        return Steps(files.ENVIRONMENT, self._state)

    def _new(self, parent: str, name: str, kind: str, *, created: str, **facts: Any) -> str:
        made = self._id()
        self._node(made, parent=parent, name=name, kind=kind, created=created, **facts)
        return made

    def _node(
        self,
        node: str,
        *,
        parent: str,
        name: str,
        kind: str,
        created: str,
        **facts: Any,
    ) -> None:
        at = created or self._state["now"]
        empty = {"size": 0, "modified": at, "text": "", "about": "", "trashed": "", "copy_of": ""}
        self._state["nodes"][node] = {
            **empty, "parent": parent, "name": name, "kind": kind, "created": at, **facts
        }  # fmt: skip

    def _id(self) -> str:
        return ids.drawn(self._rng, taken=self._taken)
