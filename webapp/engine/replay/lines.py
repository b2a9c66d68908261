"""JSON Lines, one element a line: every fault is noted, none is raised before the end."""

import json
from collections.abc import Iterable, Iterator

from webapp.engine.replay.checks import Fields
from webapp.engine.replay.positions import Element, document
from webapp.engine.replay.problems import BadInput, Problem

ENOUGH = 100  # faults are named, no more


def fields_of(lines: Iterable[str], problems: list[Problem]) -> Iterator[tuple[int, Fields]]:
    """The number and the fields of each line that is JSON, until there are faults enough.

    Blank lines are skipped.
    """
    for number, line in enumerate(lines, start=1):
        if len(problems) > ENOUGH:
            return
        if not line.strip():
            continue
        try:
            element = Element(document(line), number, "")
        except json.JSONDecodeError as error:
            problems.append(Problem(number, "(document)", error.msg))
        else:
            yield number, Fields(element, problems)


def refuse_faults(problems: list[Problem]) -> None:
    """BadInput with the first faults, and where those begin that are not named."""
    if len(problems) > ENOUGH:
        more = Problem(problems[ENOUGH].line, "(document)", "there are more faults, from here on")
        problems = [*problems[:ENOUGH], more]
    if problems:
        raise BadInput(problems)
