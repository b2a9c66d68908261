"""Reads the tutorials: Markdown under a TOML front matter, beside the challenges they explain."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from webapp.content import markup, placing, reading
from webapp.content.figures import inlined
from webapp.content.problems import BadContent, Problem, collected
from webapp.content.schemas import SourcesFile, TutorialFront
from webapp.content.templates import Drawn
from webapp.domain.framework import Topic
from webapp.domain.tutorial import Source, Tutorial

_TITLE = re.compile(r"^# ", re.MULTILINE)


def tutorials(
    root: Path, folders: Iterable[Path], topics: Mapping[str, Topic], problems: list[Problem]
) -> dict[str, Tutorial]:
    """The tutorials by id; one with a fault is left out and its faults are added to `problems`."""
    found: dict[str, Tutorial] = {}
    try:
        sites = public_sites(root)
    except BadContent as error:
        problems.extend(error.problems)
        return found
    for folder in folders:
        for path in sorted((folder / "tutorials").glob("*.md")):
            with collected(problems):
                found[path.stem] = _tutorial(path, sites, topics)
    return found


def public_sites(root: Path) -> dict[str, str]:
    """The public sources of sources.toml: name → root of the site."""
    return reading.toml(root / "sources.toml", SourcesFile).root


def _tutorial(path: Path, sites: Mapping[str, str], topics: Mapping[str, Topic]) -> Tutorial:
    head, body, start = reading.front_matter(path)
    front = reading.toml(path, TutorialFront, head, offset=1)
    _refuse(path, front, sites, topics, body, start)
    return Tutorial(
        id=path.stem,
        topic=front.topic,
        title=front.title,
        kind=front.kind,
        minutes=front.minutes,
        levels=front.levels,
        teaches=front.teaches,
        html=inlined(markup.html(Drawn(body, ())), path),
        sources=tuple(Source(name, sites[name]) for name in front.sources),
        check=front.check,
    )


def _refuse(
    path: Path,
    front: TutorialFront,
    sites: Mapping[str, str],
    topics: Mapping[str, Topic],
    body: str,
    start: int,
) -> None:
    """BadContent when the front matter names what does not exist, or a title is doubled."""
    head = reading.text_of(path)
    faults = [
        Problem(path, placing.line(head, ["sources"]), f"« {name} » n’est pas dans sources.toml")
        for name in front.sources
        if name not in sites
    ]
    if front.topic not in topics:
        line = placing.line(head, ["topic"])
        faults.append(Problem(path, line, f"le sujet « {front.topic} » n’existe pas"))
    title = _TITLE.search(body)
    if title:
        line = start + body.count("\n", 0, title.start())
        faults.append(Problem(path, line, "le titre est dans l’en-tête : commence à « ## »"))
    if faults:
        raise BadContent(tuple(faults))
