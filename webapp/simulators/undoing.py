"""Undo: what an action changed in a state, small enough to be kept inside the new state."""

from collections.abc import Mapping
from typing import Any

import orjson

KEPT_OUT = ("last", "made")


def difference(
    old: dict[str, Any], new: dict[str, Any], *, back: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What must be put back in `new` to be `old` again: collections item by item.

    `{"items": {collection: {id: old item or None}}, "values": {key: old value}, "view": back}`.
    """
    items: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for key in (key for key in new if key not in KEPT_OUT and old.get(key) != new[key]):
        before = old.get(key)
        if isinstance(before, dict) and isinstance(new[key], dict):
            items[key] = _changed(before, new[key])
        else:
            values[key] = before
    return {"items": items, "values": values, "view": dict(back or {})}


def undone(state: dict[str, Any]) -> dict[str, Any] | None:
    """The state before its last action, or None when that cannot be undone."""
    last = state.get("last") or {}
    if not last.get("undo"):
        return None
    new = copied(state)
    for key, changes in last["undo"]["items"].items():
        _put_back(new[key], changes)
    new.update(copied(last["undo"]["values"]))
    new["last"] = {"says": "C’est annulé.", "view": last["undo"]["view"], "undo": None}
    return new


def copied(value: dict[str, Any]) -> dict[str, Any]:
    """A copy that shares nothing: by way of JSON, many times faster than `deepcopy`."""
    copy: dict[str, Any] = orjson.loads(orjson.dumps(value))
    return copy


def _changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {key: old.get(key) for key in sorted({*old, *new}) if old.get(key) != new.get(key)}


def _put_back(collection: dict[str, Any], changes: dict[str, Any]) -> None:
    for key, item in changes.items():
        if item is None:
            collection.pop(key, None)
        else:
            collection[key] = copied(item)
