"""Passwords and four-digit secrets, kept as argon2id.

Hashing takes some 30 ms on purpose: never do it inside a transaction that writes.
"""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODY = _HASHER.hash("nobody")


def hashed(password: str) -> str:
    """The argon2id hash of a password, its salt inside."""
    return _HASHER.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether the password is the one of this hash; as slow when there is no hash to compare."""
    try:
        return _HASHER.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
