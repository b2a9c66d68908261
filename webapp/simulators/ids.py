"""Opaque ids: drawn by a world builder, then made from the state, the same at each replay."""

from hashlib import blake2s
from random import Random
from typing import Any

from webapp.domain import opaque

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_TABLE = opaque.table_of(LETTERS)


def drawn(rng: Random, *, taken: set[str]) -> str:
    """A new id of eight letters, added to those taken; it tells neither role nor order."""
    while True:
        made = opaque.word(rng, _TABLE, 8)
        if made not in taken:
            taken.add(made)
            return made


def new(state: dict[str, Any]) -> str:
    """The next id of a state (its salt and count), the same whenever actions are replayed."""
    state["made"] += 1
    return nth(state, state["made"])


def nth(state: dict[str, Any], number: int) -> str:
    """The id of the `number`-th thing that actions make from a state."""
    digest = blake2s(f"{state['salt']}:{number}".encode(), digest_size=8).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest)
