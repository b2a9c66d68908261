"""The secret seed of one draw: neighbours get different data, and nobody can foresee it."""

from webapp.domain import keyed


def seed(secret: bytes, *, learner: str, challenge: str, attempt: int) -> int:
    """A seed from 0 to 2⁶³ − 1, the same for the same learner, challenge and attempt."""
    digest = keyed.digest(secret, f"{learner}\x1f{challenge}\x1f{attempt}")
    return int.from_bytes(digest[:8]) >> 1
