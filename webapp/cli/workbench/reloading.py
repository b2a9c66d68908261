"""The bank read again when a file of it changes."""

from collections.abc import Iterator
from pathlib import Path

from flask import current_app

from webapp.content import Catalog, generators, loader
from webapp.content.problems import Problem

_WATCHED = (".toml", ".md", ".py")
_SEEN = "azimut.workbench"


def current() -> tuple[Catalog, tuple[Problem, ...], int]:
    """The catalogue as its files are now, its faults, and when they last changed (ns)."""
    seen = current_app.extensions.get(_SEEN)
    root = current_app.extensions["azimut.catalog"].root
    changed = last_change(root)
    if seen is None or seen[2] != changed or seen[0].root != root:
        generators.forget()
        catalog, problems = loader.read(root)
        seen = (catalog, problems, changed)
        current_app.extensions[_SEEN] = seen
        current_app.extensions["azimut.catalog"] = catalog
    return seen


def last_change(root: Path) -> int:
    """When a file of the bank last changed, in nanoseconds since 1970."""
    return max(path.stat().st_mtime_ns for path in _files(root))


def _files(root: Path) -> Iterator[Path]:
    return (path for path in root.rglob("*") if path.suffix in _WATCHED and path.is_file())
