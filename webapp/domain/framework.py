"""The reference framework (CRCN): areas, competences, topics, skills."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Area:
    """One of the five areas (« domaine »), numbered 1 to 5."""

    number: int
    name: str


@dataclass(frozen=True)
class Competence:
    """One of the sixteen competences; `id` is its number, such as « 1.2 »."""

    id: str
    name: str
    slug: str
    area: Area
    code: str  # of the livret scolaire, such as CN_INF_GER


@dataclass(frozen=True)
class Topic:
    """A topic (« sujet »): an ordered ladder of skills inside a competence."""

    id: str
    competence: Competence
    title: str  # as the student reads it
    teacher_title: str
    description: str


@dataclass(frozen=True)
class Skill:
    """A skill (« acquis »): one rung of a topic, at a level from 1 to 8."""

    id: str
    topic: Topic
    level: int
    statement: str
