"""The only chance in the engine: one generator for each (secret, assessment, position)."""

import hmac
from functools import lru_cache
from typing import Protocol

import numpy as np

from webapp.engine import permuted


class Draws(Protocol):
    """Whatever draws whole numbers, those of numpy included."""

    def integers(self, high: int, /) -> int:
        """One from 0 to `high` - 1, all as probable."""


def rng(secret: bytes, assessment: str, position: int) -> Draws:
    """The generator of one draw; the same arguments always give the same draw.

    Without `secret` nobody can tell what comes next. `position` counts from 0.
    """
    return permuted.Generator(_seed(secret, assessment, position))


def many(secret: bytes, assessment: str, position: int) -> np.random.Generator:
    """The same generator, for draws by the thousand and of other kinds."""
    return np.random.Generator(np.random.PCG64(_seed(secret, assessment, position)))


def _seed(secret: bytes, assessment: str, position: int) -> int:
    digest = _keyed(secret).copy()
    digest.update(f"{assessment}\n{position}".encode())
    return int.from_bytes(digest.digest()[:16], "big")


@lru_cache(maxsize=4)
def _keyed(secret: bytes) -> hmac.HMAC:
    """The start of every digest by this secret: finding the algorithm takes most of one."""
    return hmac.new(secret, digestmod="sha256")
