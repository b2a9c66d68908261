"""The table of `answers.toml`, a case a line: a variant, a typed text, what must come of it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webapp.domain.responses import Number, Text
from webapp.domain.variant import Variant, response_from_json

TABLE = Path(__file__).with_name("answers.toml")


@dataclass(frozen=True)
class Case:
    """One typed text and its verdict; a `mistake` only where it is a named one."""

    question: str
    variant: Variant
    typed: str
    verdict: str
    mistake: str | None = None

    @property
    def label(self) -> str:
        """The name of the case in a list of tests."""
        return f"{self.question}: {self.typed!a} is {self.mistake or self.verdict}"


def cases() -> list[Case]:
    """Every case of the table."""
    questions = tomllib.loads(TABLE.read_text(encoding="utf-8"))["question"]
    return [case for question in questions for case in _of(question)]


def _of(question: Mapping[str, Any]) -> Iterator[Case]:
    response = response_from_json(question["response"])
    assert isinstance(response, Text | Number)
    variant = Variant({}, response, question["accepted"], mistakes=question.get("mistakes", {}))
    for verdict in ("right", "wrong", "unreadable"):
        for typed in question.get(verdict, ()):
            yield Case(question["name"], variant, typed, verdict)
    for mistake, texts in question.get("named", {}).items():
        assert mistake in variant.mistakes
        for typed in texts:
            yield Case(question["name"], variant, typed, "wrong", mistake)
