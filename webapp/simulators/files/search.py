"""Finding files by name: `*` stands for any letters, `?` for exactly one."""

import re
import unicodedata
from functools import lru_cache

from webapp.simulators.files import state as tree
from webapp.simulators.frame import State


def matches(pattern: str, name: str) -> bool:
    """Whether a name answers a search; without joker, it is enough that the name holds it.

    Case does not count; accents do.
    """
    return _read(pattern).fullmatch(_plain(name)) is not None


def found(state: State, pattern: str, *, folder: str = "") -> dict[str, tree.Node]:
    """What a folder (the root by default) holds at any depth that answers the search."""
    everything = tree.below(state, folder or state["root"])
    return {key: each for key, each in everything.items() if matches(pattern, each["name"])}


@lru_cache(maxsize=64)
def _read(pattern: str) -> re.Pattern[str]:
    """What a name must be, once for all the names held against the pattern."""
    asked = _plain(pattern.strip())
    if not any(joker in asked for joker in "*?"):
        asked = f"*{asked}*"
    parts = [{"*": ".*", "?": "."}.get(letter, re.escape(letter)) for letter in asked]
    return re.compile("".join(parts), re.DOTALL)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
