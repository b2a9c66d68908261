"""What is written and what is left, by competence, level and format."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from webapp.content.catalog import Catalog
from webapp.content.checking.blueprint import Blueprint


@dataclass(frozen=True)
class Coverage:
    """For each competence, level and format: (written, planned). Ids of what is left."""

    competences: Mapping[str, tuple[int, int]]
    levels: Mapping[str, tuple[int, int]]
    formats: Mapping[str, tuple[int, int]]
    journeys: Mapping[str, tuple[int, int]]
    challenges: tuple[int, int]
    tutorials: tuple[int, int]
    left: tuple[str, ...]


def coverage(catalog: Catalog, plan: Blueprint) -> Coverage:
    """Counts what is written against the plan; a journey is counted in its topics."""
    planned = {id: catalog.skills[skill_of(id)] for id in plan.challenges}
    written = catalog.challenges.keys()
    return Coverage(
        competences=_counted(written, {i: s.topic.competence.id for i, s in planned.items()}),
        levels=_counted(written, {i: str(s.level) for i, s in planned.items()}),
        formats=_counted(written, plan.challenges),
        journeys=_journeys(catalog),
        challenges=(len(written & planned.keys()), len(planned)),
        tutorials=(len(catalog.tutorials.keys() & plan.tutorials.keys()), len(plan.tutorials)),
        left=tuple(id for id in planned if id not in written),
    )


def listed(catalog: Catalog, plan: Blueprint, *, within: str = "") -> Iterator[str]:
    """A line for each challenge that is not written: id, format, skill.

    `within` limits them to one topic, skill or competence, by its id.
    """
    for id in coverage(catalog, plan).left:
        skill = catalog.skills[skill_of(id)]
        if within in ("", skill.id, skill.topic.id, skill.topic.competence.id):
            yield f"{id}  {plan.challenges[id]}  {skill.statement}"


def skill_of(challenge_id: str) -> str:
    """The skill a challenge of the plan belongs to: its id without its last letter."""
    return challenge_id.rstrip("wxyz")


def _counted(written: Iterable[str], groups: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for id, group in sorted(groups.items(), key=lambda pair: pair[1]):
        done, planned = counts.get(group, (0, 0))
        counts[group] = (done + (id in written), planned + 1)
    return counts


def _journeys(catalog: Catalog) -> dict[str, tuple[int, int]]:
    """For each journey: topics that have at least one challenge within its levels, and all."""
    levels: dict[str, list[int]] = {}
    for challenge in catalog.challenges.values():
        levels.setdefault(challenge.skill.topic.id, []).append(challenge.skill.level)
    return {
        journey.id: (
            sum(any(n <= top for n in levels.get(t, ())) for t, top in journey.max_levels.items()),
            len(journey.max_levels),
        )
        for journey in catalog.journeys.values()
    }
