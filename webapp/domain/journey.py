"""A journey (« parcours »): which topics a test visits, and how far up each ladder."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["discovery", "start", "theme", "subject"]


@dataclass(frozen=True)
class Journey:
    """A test a teacher can give; `max_levels` maps each topic to the highest level asked.

    `minutes` is the announced duration and `questions` the most that may be asked.
    """

    id: str
    title: str
    kind: Kind
    public: str
    minutes: int
    questions: int
    description: str
    max_levels: Mapping[str, int]
