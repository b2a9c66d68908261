"""Runs every check over the bank, or over one challenge of it."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from webapp.content import drawing, loader
from webapp.content.catalog import Catalog
from webapp.content.checking import (
    cases,
    declared,
    fiction,
    french,
    leaking,
    lessons,
    materials,
    readability,
    sentences,
    solving,
    variety,
    written,
)
from webapp.content.checking.blueprint import Blueprint, blueprint
from webapp.content.checking.coverage import Coverage, coverage
from webapp.content.checking.examined import Examined
from webapp.content.checking.grouping import grouped
from webapp.content.problems import BadContent, Problem

Rule = Callable[[Examined], Iterator[Problem]]
RULES: Sequence[Rule] = (
    sentences.problems,
    cases.problems,
    leaking.problems,
    variety.problems,
    materials.problems,
    readability.problems,
    french.problems,
    fiction.problems,
)
COMPARED = 100  # draws that are compared with one another, at least
MANY = 8  # challenges from which several processes share the work
_THERE: dict[str, Any] = {}  # of one worker process


@dataclass(frozen=True)
class Report:
    """Every fault found, in the order of the files, and what is written of the plan."""

    problems: tuple[Problem, ...]
    coverage: Coverage
    checked: int
    draws: int


def check(root: Path | None = None, *, draws: int = 10, only: str | None = None) -> Report:
    """Draws each challenge `draws` times and applies every rule.

    `only` limits it to one challenge; KeyError when there is no folder of that name.
    """
    catalog, broken = loader.read(root)
    plan = blueprint(catalog.root)
    there = loader.folders(catalog.root)
    if only and only not in there:
        raise KeyError(only)
    chosen = [only] if only else list(there)
    problems = [p for p in broken if not only or only.replace("-", "_") in p.path.parts]
    for found in _examinations(catalog, plan, chosen, draws):
        problems += found
    if not only:
        problems += lessons.problems(catalog, plan)
    ordered = sorted({_from_the_bank(problem, catalog.root) for problem in problems})
    return Report(tuple(ordered), coverage(catalog, plan), len(chosen), draws)


def _from_the_bank(problem: Problem, root: Path) -> Problem:
    """The problem with its path counted from the folder that holds the bank."""
    if not problem.path.is_relative_to(root.parent):
        return problem
    return replace(problem, path=problem.path.relative_to(root.parent))


def _examinations(
    catalog: Catalog, plan: Blueprint, ids: Sequence[str], draws: int
) -> Iterator[list[Problem]]:
    """The faults of each challenge, over several processes when there are many."""
    if len(ids) < MANY:
        yield from (examine(catalog, plan, id, draws) for id in ids)
        return
    with ProcessPoolExecutor(initializer=_prepare, initargs=(catalog.root, draws)) as workers:
        yield from workers.map(_examined_there, ids, chunksize=4)


def _prepare(root: Path, draws: int) -> None:
    """What one process needs: it reads the bank itself."""
    catalog, _ = loader.read(root)
    _THERE.update(catalog=catalog, plan=blueprint(root), draws=draws)


def _examined_there(id: str) -> list[Problem]:
    return examine(_THERE["catalog"], _THERE["plan"], id, _THERE["draws"])


def examine(catalog: Catalog, plan: Blueprint, id: str, draws: int) -> list[Problem]:
    """The faults of each file of a challenge, then of its draws; none when it is not written."""
    source = catalog.sources.get(id)
    folder = source.folder if source else loader.folders(catalog.root).get(id)
    found = written.problems(folder) if folder else []
    reaching = any(problem.path.name == "generate.py" for problem in found)
    if source and not reaching:  # what would reach beyond its seed never runs
        found += _of_draws(catalog, plan, id, draws)
    return list(dict.fromkeys(found))


def _of_draws(catalog: Catalog, plan: Blueprint, id: str, draws: int) -> list[Problem]:
    """The faults of the draws of a challenge; when it cannot be drawn or solved, only why."""
    try:
        examined = _examined(catalog, id, draws)
        found = [*declared.problems(examined, plan), *solving.problems(examined)]
        if not found:  # the other rules trust the draws to be what they say
            found = [problem for rule in RULES for problem in rule(examined)]
    except BadContent as error:
        return list(error.problems)
    return grouped(found)


def _examined(catalog: Catalog, id: str, draws: int) -> Examined:
    questions = [drawing.question(catalog, id, seed) for seed in range(draws)]
    more = [drawing.draw(catalog, id, seed) for seed in range(draws, COMPARED)]
    variants = [question.variant for question in questions] + more
    return Examined(catalog, catalog.challenges[id], catalog.sources[id], questions, variants)
