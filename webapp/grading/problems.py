"""What is wrong with an answer that cannot be read: one sentence a field."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from webapp.domain.errors import DomainError

NOT_SENT = "Ta réponse n’est pas encore envoyée."


@dataclass(frozen=True)
class Problem:
    """The name of a form field and the French sentence to show next to it."""

    field: str
    message: str


class Unreadable(DomainError):
    """The answer is incomplete or unreadable: it is not graded and costs nothing."""

    status = 422

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.bare = tuple(problems)  # to be put together with those of other fields
        self.problems = _reassuring(self.bare)
        super().__init__(_summary(self.problems))


def unreadable(field: str, message: str) -> Unreadable:
    """The error of a single field."""
    return Unreadable([Problem(field, message)])


def _reassuring(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A lone problem says itself that nothing was sent; several leave it to the summary."""
    if len(problems) != 1:
        return problems
    (problem,) = problems
    return (replace(problem, message=f"{problem.message} {NOT_SENT}"),)


def _summary(problems: tuple[Problem, ...]) -> str:
    if len(problems) == 1:
        return problems[0].message
    return f"Il y a {len(problems)} réponses à compléter ou à corriger. {NOT_SENT}"
