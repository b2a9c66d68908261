"""Signing in and making an account, as screens."""

from dataclasses import dataclass

from webapp.ui.doors import Me
from webapp.ui.filled import EMPTY, Filled


@dataclass(frozen=True)
class LoginScreen:
    """A login and a password; `refusal` when they do not match."""

    filled: Filled = EMPTY
    refusal: str = ""

    @property
    def has_error(self) -> bool:
        """Whether something is wrong."""
        return bool(self.filled.problems or self.refusal)


@dataclass(frozen=True)
class NewAccountScreen:
    """A student's new account; `keeps` when what was done here goes with it."""

    filled: Filled = EMPTY
    keeps: bool = False


@dataclass(frozen=True)
class DepartureScreen:
    """Who this machine thinks is there; `returns` when they can come back from any machine.

    `back` is the address of what they leave here.
    """

    me: Me
    back: str
    returns: bool = True
