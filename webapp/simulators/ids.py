"""Opaque ids: drawn by a world builder, then made from the state, the same at each replay."""

from hashlib import blake2s
from random import Random
from typing import Any

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_OF_FIVE_BITS = (*LETTERS, "")  # nothing for the last number: another is drawn


def drawn(rng: Random, *, taken: set[str]) -> str:
    """A new id of eight letters, added to those taken; it tells neither role nor order."""
    while True:
        made = ""
        while len(made) < 8:
            made += _OF_FIVE_BITS[rng.getrandbits(5)]
        if made not in taken:
            taken.add(made)
            return made


def new(state: dict[str, Any]) -> str:
    """The next id of a state (its salt and count), the same whenever actions are replayed."""
    state["made"] += 1
    digest = blake2s(f"{state['salt']}:{state['made']}".encode(), digest_size=8).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest)
