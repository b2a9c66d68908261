"""What the forms of people share: one line of text, and the errors found in them."""

from collections.abc import Mapping

from webapp.grading import Problem

LONGEST = 200  # characters kept of a line


def line(fields: Mapping[str, str], name: str, *, longest: int = 80) -> str:
    """The text of a field on one line, outer spaces apart, cut to what its column holds."""
    return " ".join(fields.get(name, "")[:LONGEST].split())[:longest]


def errors_of(**sentences: str) -> tuple[Problem, ...]:
    """A problem for each field that has a sentence."""
    return tuple(Problem(name, sentence) for name, sentence in sentences.items() if sentence)
