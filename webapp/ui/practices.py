"""Choosing what to practise."""

from dataclasses import dataclass

from webapp.content import Catalog
from webapp.ui.areas import AreaLabel, area_label


@dataclass(frozen=True)
class TopicChoice:
    """A topic that has challenges."""

    id: str
    title: str


@dataclass(frozen=True)
class CompetenceChoice:
    """A competence with those of its topics that have challenges."""

    id: str
    name: str
    topics: tuple[TopicChoice, ...]


@dataclass(frozen=True)
class PracticeScreen:
    """All that can be practised, by area."""

    areas: tuple[tuple[AreaLabel, tuple[CompetenceChoice, ...]], ...]


def practice_screen(catalog: Catalog) -> PracticeScreen:
    """What the bank lets one practise."""
    asked = {each.skill.topic.id for each in catalog.challenges.values()}
    areas = []
    for number in catalog.areas:
        competences = tuple(
            CompetenceChoice(id_, each.name, topics)
            for id_, each in catalog.competences.items()
            if each.area.number == number and (topics := _topics(catalog, id_, asked))
        )
        if competences:
            areas.append((area_label(catalog, number), competences))
    return PracticeScreen(tuple(areas))


def _topics(catalog: Catalog, competence: str, asked: set[str]) -> tuple[TopicChoice, ...]:
    return tuple(
        TopicChoice(topic.id, topic.title)
        for topic in catalog.topics.values()
        if topic.competence.id == competence and topic.id in asked
    )
