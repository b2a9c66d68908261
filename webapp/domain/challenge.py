"""A challenge (« défi ») as its author declares it, and what is asked of one student."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from webapp.domain import variant as variants
from webapp.domain.framework import Skill
from webapp.domain.materials import Json
from webapp.domain.variant import Variant

Format = Literal[
    "choice", "choices", "text", "number", "blanks", "ordering", "matching", "file", "simulation"
]


@dataclass(frozen=True)
class Challenge:
    """The declaration of a challenge; its texts and generator stay with the catalogue.

    `format` is the engine's word for it (files and environments first, else the response kind);
    `options` the number of options of a closed format; `seconds` the expected median time;
    `version` a digest of its folder.
    """

    id: str
    skill: Skill
    title: str
    format: Format
    options: int | None
    seconds: int
    phone: bool
    tutorials: tuple[str, ...]
    version: str
    author: str = "Azimut"


@dataclass(frozen=True)
class Statement:
    """The three parts a student reads, as HTML made by the catalogue; the instruction is text."""

    situation: str
    instruction: str
    document: str = ""


@dataclass(frozen=True)
class Explanation:
    """Shown after the final answer only, except the hint of practice; HTML."""

    idea: str
    mistakes: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""


@dataclass(frozen=True)
class Question:
    """What was asked, frozen: everything drawn, rendered, with what grades and explains it."""

    challenge_id: str
    challenge_version: str
    skill_id: str
    topic_id: str
    competence_id: str
    area: int
    statement: Statement
    variant: Variant
    explanation: Explanation
    tutorials: tuple[str, ...] = ()
    seconds: int = 90


def to_json(question: Question) -> dict[str, Json]:
    """The question as one JSON document, at most 64 kB, stored with its presentation."""
    return {
        "challenge_id": question.challenge_id,
        "challenge_version": question.challenge_version,
        "skill_id": question.skill_id,
        "topic_id": question.topic_id,
        "competence_id": question.competence_id,
        "area": question.area,
        "statement": {
            "situation": question.statement.situation,
            "instruction": question.statement.instruction,
            "document": question.statement.document,
        },
        "variant": question.variant.document,
        "explanation": {
            "idea": question.explanation.idea,
            "mistakes": dict(question.explanation.mistakes),
            "hint": question.explanation.hint,
        },
        "tutorials": list(question.tutorials),
        "seconds": question.seconds,
    }


def from_json(document: Mapping[str, Json]) -> Question:
    """The question of a document made by `to_json`."""
    values = dict(document)
    values["statement"] = Statement(**values["statement"])
    values["variant"] = variants.from_json(values["variant"])
    values["explanation"] = Explanation(**values["explanation"])
    values["tutorials"] = tuple(values["tutorials"])
    return Question(**values)
