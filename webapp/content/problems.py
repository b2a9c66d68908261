"""What is wrong with a file of the bank, and where."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One fault found in the bank; `line` counts from 1."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class BadContent(Exception):
    """The bank cannot be read; `problems` lists every fault found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@contextmanager
def collected(problems: list[Problem]) -> Iterator[None]:
    """What cannot be read within is added to `problems`, and what follows is read all the same."""
    try:
        yield
    except BadContent as error:
        problems.extend(error.problems)
