"""A challenge under examination: its source and a number of its draws."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from webapp import grading
from webapp.content import generators, placing, reading
from webapp.content.casework import texts_by_id
from webapp.content.catalog import Catalog, Source
from webapp.content.problems import Problem
from webapp.content.showing import plain
from webapp.domain.challenge import Challenge, Question
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant

_TAG = re.compile(r"<[^>]+>")
_CODE = re.compile(r"<(pre|code)>.*?</\1>", re.DOTALL)


@dataclass(frozen=True)
class Examined:
    """One challenge of the catalogue with its draws, seeds from 0 up.

    There may be more `variants` than `questions`: what differs between draws is judged on many,
    what is read on those that are rendered.
    """

    catalog: Catalog
    challenge: Challenge
    source: Source
    questions: Sequence[Question]
    variants: Sequence[Variant]

    def at(self, file: str, message: str, line: int = 1) -> Problem:
        """A fault in one of the challenge's own files."""
        return Problem(self.source.folder / file, line, message)

    def in_toml(self, key: str, message: str) -> Problem:
        """A fault about a key of challenge.toml."""
        text = reading.text_of(self.source.folder / "challenge.toml")
        return self.at("challenge.toml", message, placing.line(text, [key]))

    def in_draw(self, seed: int, message: str) -> Problem:
        """A fault of one draw: it is the generator's."""
        return self.in_generator(f"tirage {seed} : {message}")

    def in_generator(self, message: str) -> Problem:
        """A fault of the draws together."""
        return self.at("generate.py", message, self._generate_line)

    def where(self, snippet: str, message: str) -> Problem:
        """A fault of some words of a draw, at the source line that holds most of them."""
        wanted = set(re.findall(r"\w{3,}", snippet))
        path, line, best = self.path / "generate.py", self._generate_line, 0
        for name in ("prompt.md", "explain.md", "generate.py"):
            for number, text in enumerate(self._lines(name), start=1):
                found = len(wanted & set(re.findall(r"\w{3,}", text)))
                if found > best:
                    path, line, best = self.path / name, number, found
        return Problem(path, line, message)

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
        return generators.line_of(self.path / "generate.py")

    def _lines(self, name: str) -> list[str]:
        path = self.path / name
        return reading.text_of(path).splitlines() if path.exists() else []


def right_in_words(variant: Variant) -> tuple[str, ...]:
    """The right answer as a student would read it; for an environment, the goal's arguments."""
    if isinstance(variant.response, NoResponse):
        return (repr(getattr(variant.material, "arguments", None)),)
    return grading.described(variant.response, grading.right_answer(variant))


def words(html: str) -> int:
    """How many words a reader counts in a piece of HTML."""
    return sum(any(map(str.isalnum, word)) for word in _TAG.sub(" ", html).split())


def spoken(questions: Sequence[Question]) -> Iterator[str]:
    """Every text in French of the questions, each once: no code, no document laid out as one."""
    pieces = (piece for question in questions for piece in _pieces(question))
    return iter(dict.fromkeys(pieces))


def _pieces(question: Question) -> Iterator[str]:
    statement, explanation = question.statement, question.explanation
    for html in (
        *(statement.situation, statement.document, explanation.idea, explanation.hint),
        *explanation.mistakes.values(),
    ):
        yield from plain(_CODE.sub("▢", html)).splitlines()
    yield statement.instruction
    response = question.variant.response
    for each in (response, *(blank.field for blank in getattr(response, "blanks", ()))):
        yield from (getattr(each, "label", ""), getattr(each, "hint", ""))
    yield from (blank.label for blank in getattr(response, "blanks", ()))
    yield from (text for text in texts_by_id(question.variant).values() if " " in text)
