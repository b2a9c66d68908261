"""A tutorial: a short lesson of our own on one topic."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["article", "sheet", "exercise", "animation"]


@dataclass(frozen=True)
class Source:
    """A public site to go further, named by its root only."""

    name: str
    site: str  # « cnil.fr »: a domain, without scheme or path


@dataclass(frozen=True)
class Tutorial:
    """A lesson as a student reads it; `html` is made by the catalogue.

    `levels` are those it helps to reach, `teaches` says so in one sentence, and `check` names
    the challenges of the bank that close it as a self-check.
    """

    id: str
    topic: str
    title: str
    kind: Kind
    minutes: int
    levels: tuple[int, ...]
    teaches: str
    html: str
    sources: tuple[Source, ...] = ()
    check: tuple[str, ...] = ()
