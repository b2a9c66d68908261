"""Reads `challenges/` once into an immutable Catalog."""

import logging
import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from webapp.content import reading
from webapp.content.catalog import Catalog, Source
from webapp.content.generators import BANK
from webapp.content.journeys import journeys
from webapp.content.problems import BadContent, Problem
from webapp.content.schemas import ChallengeFile, FrameworkFile, TopicsFile
from webapp.content.templates import Texts
from webapp.content.tutorials import tutorials
from webapp.domain.challenge import Challenge, Format
from webapp.domain.framework import Area, Competence, Skill, Topic

_log = logging.getLogger(__name__)
_DECLARATION = "challenge.toml"
_WRITTEN = {_DECLARATION, "prompt.md", "explain.md", "cases.toml"}  # by the author, always


def load(root: Path | None = None) -> Catalog:
    """The catalogue of a bank (ours by default).

    A challenge, tutorial or journey with a fault is left out whole and logged, so that a school
    never stays without its server; a fault in the framework raises BadContent.
    """
    catalog, problems = read(root)
    for problem in problems:
        _log.error("content left out: %s", problem)
    return catalog


def read(root: Path | None = None) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalogue, and the faults of what had to be left out of it."""
    root = (root or BANK).resolve()
    framework = reading.toml(root / "framework.toml", FrameworkFile)
    areas, competences, folders = _framework(framework, root)
    topics, skills = _topics(competences, folders)
    problems: list[Problem] = []
    sources, declared = _challenges(folders, skills, problems)
    lessons = tutorials(root, folders.values(), topics, problems)
    return Catalog(
        root=root,
        areas=MappingProxyType(areas),
        competences=MappingProxyType(competences),
        topics=MappingProxyType(topics),
        skills=MappingProxyType(skills),
        challenges=MappingProxyType(declared),
        journeys=MappingProxyType(journeys(root, topics, problems)),
        tutorials=MappingProxyType(lessons),
        sources=MappingProxyType(sources),
        digest=_digest([challenge.version for challenge in declared.values()], root),
    ), tuple(problems)


def _framework(
    file: FrameworkFile, root: Path
) -> tuple[dict[int, Area], dict[str, Competence], dict[str, Path]]:
    areas, competences, folders = {}, {}, {}
    for table in file.area:
        area = areas[table.number] = Area(table.number, table.name)
        for row in table.competence:
            competences[row.id] = Competence(row.id, row.name, row.slug, area, row.code)
            folders[row.id] = root / row.folder
    return areas, competences, folders


def _topics(
    competences: dict[str, Competence], folders: dict[str, Path]
) -> tuple[dict[str, Topic], dict[str, Skill]]:
    topics: dict[str, Topic] = {}
    skills: dict[str, Skill] = {}
    for id, file in _topic_files(folders).items():
        for row in file.topic:
            titles = row.title, row.teacher_title, row.description
            topic = topics[row.id] = Topic(row.id, competences[id], *titles)
            for rung in row.skill:
                skills[rung.id] = Skill(rung.id, topic, rung.level, rung.statement)
    return topics, skills


def _topic_files(folders: dict[str, Path]) -> dict[str, TopicsFile]:
    files: dict[str, TopicsFile] = {}
    problems: list[Problem] = []
    for id, folder in folders.items():
        try:
            files[id] = reading.toml(folder / "topics.toml", TopicsFile)
        except BadContent as error:
            problems.extend(error.problems)
    if problems:
        raise BadContent(tuple(problems))
    return files


def _challenges(
    folders: dict[str, Path], skills: dict[str, Skill], problems: list[Problem]
) -> tuple[dict[str, Source], dict[str, Challenge]]:
    sources: dict[str, Source] = {}
    declared: dict[str, Challenge] = {}
    for competence, folder in folders.items():
        for path in challenge_folders(folder):
            id = path.name.replace("_", "-")
            try:
                sources[id] = source = _source(path)
                declared[id] = _challenge(id, source, skills, competence)
            except BadContent as error:
                sources.pop(id, None)
                problems.extend(error.problems)
    return sources, declared


def challenge_folders(folder: Path) -> Iterator[Path]:
    """The folders of a competence that hold a challenge, or a part of one, by name."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not _WRITTEN.isdisjoint(os.listdir(path)):
            yield path


def _source(folder: Path) -> Source:
    present = os.listdir(folder)
    _refuse_missing(folder, {*_WRITTEN, "__init__.py"}.difference(present))
    declared = reading.toml(folder / _DECLARATION, ChallengeFile)
    if declared.variant is None:
        _refuse_missing(folder, {"generate.py"}.difference(present))
    prompt, explain = Texts.of(folder / "prompt.md"), Texts.of(folder / "explain.md")
    return Source(folder, declared, prompt, explain)


def _refuse_missing(folder: Path, names: set[str]) -> None:
    if names:
        message = "ce fichier manque"
        raise BadContent(tuple(Problem(folder / name, 1, message) for name in sorted(names)))


def _challenge(id: str, source: Source, skills: dict[str, Skill], competence: str) -> Challenge:
    declared = source.declared
    skill = skills.get(declared.skill)
    if skill is None or skill.topic.competence.id != competence:
        path = source.folder / _DECLARATION
        line = reading.line_of(reading.text_of(path), "skill")
        message = f"l’acquis « {declared.skill} » n’est pas de la compétence {competence}"
        raise BadContent((Problem(path, line, message),))
    return Challenge(
        id=id,
        skill=skill,
        title=declared.title,
        format=_format(declared),
        options=declared.options,
        seconds=declared.seconds,
        phone=declared.phone,
        tutorials=declared.tutorials,
        version=version(source.folder),
        author=declared.author,
    )


def _format(declared: ChallengeFile) -> Format:
    """The engine's word: files and environments first, else the response kind."""
    if declared.material == "simulation" or declared.response == "none":
        return "simulation"
    return "file" if declared.material == "files" else declared.response


def version(folder: Path) -> str:
    """A digest of the files of a folder: it changes when any of them does."""
    digest = blake2b(digest_size=8)
    for name in sorted(_names(str(folder))):
        with open(f"{folder}/{name}", "rb") as file:
            digest.update(f"{name}\0".encode())
            digest.update(file.read())
    return digest.hexdigest()


def _names(folder: str, inside: str = "") -> Iterator[str]:
    """The files under a folder; plain strings, since there are thousands of them."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _names(entry.path, f"{inside}{entry.name}/")
            else:
                yield inside + entry.name


def _digest(versions: list[str], root: Path) -> str:
    digest = blake2b(digest_size=8)
    for path in (root / "framework.toml", *sorted(root.glob("*/topics.toml"))):
        digest.update(path.read_bytes())
    digest.update(" ".join(versions).encode())
    return digest.hexdigest()
