"""What answers say of skills: acquired, to confirm, to learn."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.content import Catalog
from webapp.domain.framework import Skill
from webapp.engine.reporting import Report, standing

MOST = 5  # lines a column


@dataclass(frozen=True)
class Standings:
    """« Tu sais faire », « À confirmer », « À travailler »: statements of skills."""

    can: tuple[str, ...]
    confirm: tuple[str, ...]
    learn: tuple[str, ...]


def standings(catalog: Catalog, report: Report, scope: Mapping[str, int]) -> Standings:
    """The most telling skills of a scope: of each ladder, the last rung held and the next ones."""
    can: list[Skill] = []
    confirm: list[Skill] = []
    learn: list[Skill] = []
    for rungs in _ladders(catalog, scope):
        held = [each for each in rungs if _said(report, each) == "acquired"]
        doubtful = [each for each in rungs if _said(report, each) == "to_confirm"]
        missing = [each for each in rungs if _said(report, each) == "to_learn"]
        can += held[-1:]
        confirm += doubtful[:1]
        learn += missing[:1]
    return Standings(
        can=_statements(sorted(can, key=lambda each: -each.level)),
        confirm=_statements(sorted(confirm, key=lambda each: -report.skills[each.id])),
        learn=_statements(sorted(learn, key=lambda each: -report.skills[each.id])),
    )


def _ladders(catalog: Catalog, scope: Mapping[str, int]) -> list[list[Skill]]:
    ladders: dict[str, list[Skill]] = {}
    for skill in catalog.skills.values():
        if skill.level <= scope.get(skill.topic.id, 0):
            ladders.setdefault(skill.topic.id, []).append(skill)
    return [sorted(rungs, key=lambda each: each.level) for rungs in ladders.values()]


def _said(report: Report, skill: Skill) -> str:
    return standing(report.skills.get(skill.id, 0.0))


def _statements(skills: list[Skill]) -> tuple[str, ...]:
    return tuple(each.statement for each in skills[:MOST])
