"""The only chance in the engine: one generator for each (secret, assessment, position)."""

import hmac

import numpy as np


def rng(secret: bytes, assessment: str, position: int) -> np.random.Generator:
    """The generator of one draw; the same arguments always give the same draw.

    Without `secret` nobody can tell what comes next. `position` counts from 0.
    """
    message = f"{assessment}\n{position}".encode()
    digest = hmac.digest(secret, message, "sha256")
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))
