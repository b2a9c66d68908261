"""Reads the journeys: which topics a test visits."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from webapp.content import placing, reading
from webapp.content.problems import BadContent, Problem, collected
from webapp.content.schemas import JourneyFile
from webapp.domain.framework import Topic
from webapp.domain.journey import Journey


def journeys(
    root: Path, topics: Mapping[str, Topic], problems: list[Problem]
) -> dict[str, Journey]:
    """The journeys by id; one with a fault is left out and its faults are added to `problems`."""
    found: dict[str, Journey] = {}
    for path in sorted((root / "journeys").glob("*.toml")):
        with collected(problems):
            found[path.stem] = _journey(path, topics)
    return found


def _journey(path: Path, topics: Mapping[str, Topic]) -> Journey:
    file = reading.toml(path, JourneyFile)
    unknown = [id for id in file.max_levels if id not in topics]
    if unknown:
        text = reading.text_of(path)
        raise BadContent(
            tuple(
                Problem(
                    path, placing.line(text, ["max_levels", id]), f"le sujet « {id} » n’existe pas"
                )
                for id in unknown
            )
        )
    return Journey(
        id=path.stem,
        title=file.title,
        kind=file.kind,
        public=file.public,
        minutes=file.minutes,
        questions=file.questions,
        description=file.description,
        max_levels=MappingProxyType(file.max_levels),
    )
