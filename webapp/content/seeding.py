"""The secret seed of one draw: neighbours get different data, and nobody can foresee it."""

import hmac
from hashlib import sha256


def seed(secret: bytes, *, learner: str, challenge: str, attempt: int) -> int:
    """A seed from 0 to 2⁶³ − 1, the same for the same learner, challenge and attempt."""
    message = f"{learner}\x1f{challenge}\x1f{attempt}".encode()
    digest = hmac.digest(secret, message, sha256)
    return int.from_bytes(digest[:8]) >> 1
