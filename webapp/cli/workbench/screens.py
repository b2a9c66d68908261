"""What the bench shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.content import Catalog, drawing, showing
from webapp.content.checking import running
from webapp.content.checking.blueprint import Blueprint
from webapp.content.problems import BadContent, Problem
from webapp.domain.framework import Competence

DRAWS, CHECKED = 8, 20


@dataclass(frozen=True)
class BenchScreen:
    """Every challenge of the bank, by competence."""

    competences: Mapping[str, Sequence[tuple[str, str]]]  # title → (id, title) of its challenges
    problems: tuple[str, ...]


@dataclass(frozen=True)
class ChallengeScreen:
    """One challenge: its faults, some of its draws to answer, and one of them as text."""

    id: str
    title: str
    facts: str
    problems: tuple[str, ...]
    seed: int
    seeds: tuple[int, ...]
    text: str
    changed: int


def bench_screen(catalog: Catalog, problems: Sequence[Problem]) -> BenchScreen:
    """The list of what can be previewed."""
    competences = {f"{each.id} {each.name}": list[tuple[str, str]]() for each in _named(catalog)}
    for challenge in catalog.challenges.values():
        competence = challenge.skill.topic.competence
        competences[f"{competence.id} {competence.name}"].append((challenge.id, challenge.title))
    return BenchScreen(competences, tuple(map(str, problems)))


def challenge_screen(
    catalog: Catalog,
    plan: Blueprint,
    broken: Sequence[Problem],
    *,
    id: str,
    seed: int,
    changed: int,
) -> ChallengeScreen:
    """What an author wants to know of a challenge at this moment, even when it is broken."""
    mine = [p for p in broken if id.replace("-", "_") in p.path.parts]
    mine += running.examine(catalog, plan, id, CHECKED)
    known = catalog.challenges.get(id)
    skill = known.skill if known else None
    return ChallengeScreen(
        id=id,
        title=known.title if known else id,
        facts=f"niveau {skill.level} · {skill.statement}" if skill else "illisible pour l’instant",
        problems=tuple(f"{p.path.name}:{p.line} : {p.message}" for p in sorted(set(mine))),
        seed=seed,
        seeds=tuple(range(seed, seed + DRAWS)),
        text=_text(catalog, id, seed),
        changed=changed,
    )


def _text(catalog: Catalog, id: str, seed: int) -> str:
    if id not in catalog.challenges:
        return ""
    try:
        return showing.shown(drawing.question(catalog, id, seed))
    except BadContent as error:
        return str(error)


def _named(catalog: Catalog) -> list[Competence]:
    return list(catalog.competences.values())
