"""What is wrong with an outside file: the line, the field, the reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault; `line` counts from 1, `field` is a path such as « skills[3].level »."""

    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.field}: {self.reason}"


class BadInput(ValueError):
    """The file is refused whole, with every fault found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)
