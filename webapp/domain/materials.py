"""What a student is given to work on: nothing, files, or a simulated environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = Any  # what json.dumps accepts: dict, list, str, int, float, bool, None


@dataclass(frozen=True)
class NoMaterial:
    """The statement is enough."""


@dataclass(frozen=True)
class Recipe:
    """How to make one real file, the same bytes each time.

    `builder` names a function of `challenges.toolkit.files`; `arguments` are its keyword
    arguments (JSON). `inline` shows a picture in the page; `alternative` is the accessible
    equivalent, plain text with the same difficulty (lines kept).
    """

    name: str
    builder: str
    arguments: Mapping[str, Json] = field(default_factory=dict)
    description: str = ""  # one short line: « Photo », « Tableau, 40 lignes »
    alternative: str = ""
    inline: bool = False


@dataclass(frozen=True)
class Files:
    """Real files to download and search."""

    recipes: tuple[Recipe, ...]


@dataclass(frozen=True)
class Simulation:
    """A simulated environment: its name, initial state, and the goal judged on the server.

    `goal` names a predicate of the environment; `arguments` are what it needs (JSON).
    An empty goal means that the response alone is graded.
    """

    environment: str
    state: Mapping[str, Json]
    goal: str = ""
    arguments: Mapping[str, Json] = field(default_factory=dict)


Material: TypeAlias = NoMaterial | Files | Simulation
