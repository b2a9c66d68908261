"""Changing machine, as screens."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HandoverScreen:
    """The code to type on the other machine, in two groups of three."""

    code: str
    minutes: int


@dataclass(frozen=True)
class ArrivalScreen:
    """Where the code is typed; `error` when it leads nowhere."""

    typed: str = ""
    error: str = ""
