"""The bank as the application holds it: read once, never changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random

from webapp.content import generators
from webapp.content.schemas import ChallengeFile
from webapp.content.templates import Texts
from webapp.domain.challenge import Challenge
from webapp.domain.framework import Area, Competence, Skill, Topic
from webapp.domain.journey import Journey
from webapp.domain.tutorial import Tutorial
from webapp.domain.variant import Variant


@dataclass(frozen=True)
class Source:
    """The files of one challenge: what it declares, its texts, its generator."""

    folder: Path
    declared: ChallengeFile
    prompt: Texts = field(repr=False)
    explain: Texts = field(repr=False)

    @cached_property
    def generate(self) -> Callable[[Random], Variant]:
        """The generator of the folder, imported the first time it is used."""
        return generators.generator(self.folder, self.declared.variant)


@dataclass(frozen=True)
class Catalog:
    """Areas by number, everything else by id; `digest` changes when any file of the bank does."""

    root: Path
    areas: Mapping[int, Area]
    competences: Mapping[str, Competence]
    topics: Mapping[str, Topic]
    skills: Mapping[str, Skill]
    challenges: Mapping[str, Challenge]
    journeys: Mapping[str, Journey]
    tutorials: Mapping[str, Tutorial]
    sources: Mapping[str, Source] = field(repr=False)
    digest: str = ""
