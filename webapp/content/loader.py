"""Reads `challenges/` once into an immutable Catalog."""

import logging
import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from types import MappingProxyType

from webapp.content import placing, reading
from webapp.content.catalog import Catalog, Source
from webapp.content.generators import BANK
from webapp.content.journeys import journeys
from webapp.content.problems import BadContent, Problem, collected
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
        with collected(problems):
            files[id] = reading.toml(folder / "topics.toml", TopicsFile)
    if problems:
        raise BadContent(tuple(problems))
    return files


def _challenges(
    folders: dict[str, Path], skills: dict[str, Skill], problems: list[Problem]
) -> tuple[dict[str, Source], dict[str, Challenge]]:
    sources: dict[str, Source] = {}
    declared: dict[str, Challenge] = {}
    for competence, folder in folders.items():
        for id, path in _written(folder):
            with collected(problems):
                source = _source(path, skills, competence)
                declared[id] = _challenge(id, source, skills)
                sources[id] = source
    return sources, declared


def folders(root: Path) -> dict[str, Path]:
    """The folder of every challenge of a bank, sound or not, by its id."""
    competences = sorted(root.glob("c[1-5]_[1-9]_*"))
    return {id: path for competence in competences for id, path in _written(competence)}


def _written(competence: Path) -> Iterator[tuple[str, Path]]:
    """The ids and folders of a competence that hold a challenge, or a part of one, by name."""
    for path in sorted(competence.iterdir()):
        if path.is_dir() and not _WRITTEN.isdisjoint(os.listdir(path)):
            yield path.name.replace("_", "-"), path


def _source(folder: Path, skills: dict[str, Skill], competence: str) -> Source:
    """The files of a challenge; BadContent with the faults of them all."""
    faults = list(_missing([folder / "__init__.py", folder / "cases.toml"]))
    with collected(faults):
        prompt = Texts.of(folder / "prompt.md")
    with collected(faults):
        explain = Texts.of(folder / "explain.md")
    with collected(faults):
        declared = reading.toml(folder / _DECLARATION, ChallengeFile)
        faults += _declared_faults(folder, declared, skills, competence)
    if faults:
        raise BadContent(tuple(faults))
    return Source(folder, declared, prompt, explain)


def _declared_faults(
    folder: Path, declared: ChallengeFile, skills: dict[str, Skill], competence: str
) -> Iterator[Problem]:
    """A skill of elsewhere; a generator that is missing where something varies."""
    skill = skills.get(declared.skill)
    if skill is None or skill.topic.competence.id != competence:
        path = folder / _DECLARATION
        line = placing.line(reading.text_of(path), ["skill"])
        message = f"l’acquis « {declared.skill} » n’est pas de la compétence {competence}"
        yield Problem(path, line, message)
    if declared.variant is None:
        yield from _missing([folder / "generate.py"])


def _missing(paths: Iterable[Path]) -> Iterator[Problem]:
    return (Problem(path, 1, reading.MISSING) for path in paths if not path.exists())


def _challenge(id: str, source: Source, skills: dict[str, Skill]) -> Challenge:
    declared = source.declared
    return Challenge(
        id=id,
        skill=skills[declared.skill],
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
