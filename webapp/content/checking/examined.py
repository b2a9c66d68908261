"""A challenge under examination: its source and a number of its draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from webapp import grading
from webapp.content import reading
from webapp.content.catalog import Catalog, Source
from webapp.content.problems import Problem
from webapp.domain.challenge import Challenge, Question
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant


@dataclass(frozen=True)
class Examined:
    """One challenge of the catalogue with its questions, drawn with seeds from 0 up."""

    catalog: Catalog
    challenge: Challenge
    source: Source
    questions: Sequence[Question]

    def at(self, file: str, message: str, line: int = 1) -> Problem:
        """A fault in one of the challenge's own files."""
        return Problem(self.source.folder / file, line, message)

    def in_toml(self, key: str, message: str) -> Problem:
        """A fault about a key of challenge.toml."""
        text = (self.source.folder / "challenge.toml").read_text("utf-8")
        return self.at("challenge.toml", message, reading.line_of(text, key))

    def in_draw(self, seed: int, message: str) -> Problem:
        """A fault of one draw: it is the generator's."""
        return self.at("generate.py", f"tirage {seed} : {message}", self._generate_line)

    def under(self, title: str, message: str) -> Problem:
        """A fault of one part of the prompt or of the explanation."""
        for texts in (self.source.prompt, self.source.explain):
            if title in texts.parts:
                return Problem(texts.path, texts.parts[title][0] - 1, message)
        return Problem(self.source.explain.path, 1, message)

    @property
    def path(self) -> Path:
        """The challenge's folder."""
        return self.source.folder

    @cached_property
    def _generate_line(self) -> int:
        path = self.path / "generate.py"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        starts = (n for n, line in enumerate(lines, start=1) if line.startswith("def generate"))
        return next(starts, 1)


def right_in_words(variant: Variant) -> tuple[str, ...]:
    """The right answer as a student would read it; for an environment, the goal's arguments."""
    if isinstance(variant.response, NoResponse):
        return (repr(getattr(variant.material, "arguments", None)),)
    return grading.described(variant.response, grading.right_answer(variant))
