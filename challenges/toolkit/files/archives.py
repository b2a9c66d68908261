"""ZIP archives of real files, with the dates the recipe gives."""

from collections.abc import Mapping, Sequence
from typing import Any

from challenges.toolkit import files
from challenges.toolkit.files.packing import EPOCH, moment, packed


def zip(*, entries: Sequence[Mapping[str, Any]]) -> bytes:
    """An archive of {"path", "builder", "arguments", "modified"?}; a path in « / » is a folder."""
    return packed((entry["path"], _content(entry), _modified(entry)) for entry in entries)


def _content(entry: Mapping[str, Any]) -> bytes:
    if entry["path"].endswith("/"):
        return b""
    return files.build(entry["builder"], entry.get("arguments", {}))


def _modified(entry: Mapping[str, Any]) -> Any:
    return moment(entry["modified"]) if "modified" in entry else EPOCH
