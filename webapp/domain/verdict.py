"""What grading says of an answer."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["right", "wrong", "skipped", "timeout", "hour_over", "technical"]


@dataclass(frozen=True)
class Verdict:
    """Right or not, with the name of the mistake when it is a known one."""

    correct: bool
    mistake: str | None = None
