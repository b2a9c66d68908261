"""Codes that people read aloud and type: no two characters that look alike."""

import secrets

ALPHABET = "0123456789ACDEFHJKMNPRTVWXY"
LENGTH = 9
SHORT_LENGTH = 6

# What is left out of the alphabet, and what it looks like.
TWINS = str.maketrans("BGILOQSUZ", "8611005V2")


def fresh_code(length: int = LENGTH) -> str:
    """A new code, drawn from the system's randomness."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def read_code(typed: str, length: int = LENGTH) -> str | None:
    """The code that was meant, in any case, spaces and hyphens apart; None when it is not one.

    A character that is in no code is read as the one it looks like: O as 0, l as 1, S as 5.
    """
    bare = "".join(c for c in typed.upper() if c.isalnum()).translate(TWINS)
    return bare if len(bare) == length and set(bare) <= set(ALPHABET) else None


def shown(code: str) -> str:
    """A code in groups of three, as it is read aloud: « K4T 9WM 7HP »."""
    return " ".join(code[start : start + 3] for start in range(0, len(code), 3))
