"""The only chance in the engine: it follows from the secret, the assessment and the position."""

import numpy as np

from webapp.domain import keyed


def chance(secret: bytes, assessment: str, position: int) -> float:
    """A number from 0 to 1, 1 excluded; the same arguments always give the same.

    Without `secret` nobody can tell what comes next. `position` counts from 0.
    """
    return int.from_bytes(_digest(secret, assessment, position)[:6], "big") / 2**48


def many(secret: bytes, assessment: str, position: int) -> np.random.Generator:
    """A generator, for draws by the thousand: making one takes longer than a whole decision."""
    seed = int.from_bytes(_digest(secret, assessment, position)[:16], "big")
    return np.random.Generator(np.random.PCG64(seed))


def _digest(secret: bytes, assessment: str, position: int) -> bytes:
    return keyed.digest(secret, f"{assessment}\n{position}")
