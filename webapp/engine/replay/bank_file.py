"""Reads an outside bank; all or nothing, with every fault."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.replay.checks import Fields
from webapp.engine.replay.positions import Element, elements
from webapp.engine.replay.problems import BadInput, Problem

FORMATS = (
    *("choice", "choices", "text", "number", "blanks"),
    *("ordering", "matching", "file", "simulation"),
)

Spec = TypeVar("Spec", SkillSpec, ItemSpec)


def read_bank(text: str) -> ItemBank:
    """The bank of a JSON document; BadInput with every fault."""
    return ItemBank.build(*read_specs(text))


def read_specs(text: str) -> tuple[list[SkillSpec], list[ItemSpec]]:
    """The skills and items of a JSON document; BadInput with every fault."""
    problems: list[Problem] = []
    members = elements(text)
    skills = _listed(members, "skills", _skill, problems)
    items = _listed(members, "challenges", _item, problems)
    _check_topics(skills, problems)
    if skills:
        _check_skills(items, {skill.id for _, skill in skills}, problems)
    if problems:
        raise BadInput(problems)
    return [skill for _, skill in skills], [item for _, item in items]


def _listed(
    members: dict[str, list[Element] | Element],
    name: str,
    read: Callable[[Fields], Spec],
    problems: list[Problem],
) -> list[tuple[Element, Spec]]:
    found = members.get(name)
    if not isinstance(found, list) or not found:
        line = found.line if isinstance(found, Element) else 1
        problems.append(Problem(line, name, "a non-empty list is expected"))
        return []
    specs = [(element, read(Fields(element, problems))) for element in found]
    _check_ids(specs, problems)
    return specs


def _skill(fields: Fields) -> SkillSpec:
    return SkillSpec(
        id=fields.text("id"),
        competence=fields.text("competence"),
        topic=fields.text("topic"),
        level=fields.whole("level", 1, 8),
    )


def _item(fields: Fields) -> ItemSpec:
    item = ItemSpec(
        id=fields.text("id"),
        skill=fields.text("skill"),
        format=fields.word("format", FORMATS),
        options=fields.optional_whole("options", 2, 100),
        discrimination=fields.optional_number("discrimination", 0.05, 20),
        difficulty=fields.optional_number("difficulty", -8, 8),
        guess=fields.optional_number("guess", 0, 0.99),
        slip=fields.optional_number("slip", 0, 0.99),
    )
    if (item.guess or 0) + (item.slip or 0) >= 1:
        fields.refuse("guess", "guess and slip must leave room below 1")
    return item


def _check_ids(specs: Sequence[tuple[Element, Spec]], problems: list[Problem]) -> None:
    met: set[str] = set()
    for element, spec in specs:
        if spec.id and spec.id in met:
            problems.append(_fault(element, "id", f"{spec.id!r} is given twice"))
        met.add(spec.id)


def _check_topics(skills: Sequence[tuple[Element, SkillSpec]], problems: list[Problem]) -> None:
    owners: dict[str, str] = {}
    for element, skill in skills:
        if not (skill.topic and skill.competence):
            continue  # said already
        owner = owners.setdefault(skill.topic, skill.competence)
        if owner != skill.competence:
            reason = f"{skill.topic!r} is already a topic of {owner!r}"
            problems.append(_fault(element, "topic", reason))


def _check_skills(
    items: Sequence[tuple[Element, ItemSpec]], known: set[str], problems: list[Problem]
) -> None:
    for element, item in items:
        if item.skill and item.skill not in known:
            problems.append(_fault(element, "skill", f"{item.skill!r} is not a known skill"))


def _fault(element: Element, name: str, reason: str) -> Problem:
    return Problem(element.line, f"{element.path}.{name}", reason)
