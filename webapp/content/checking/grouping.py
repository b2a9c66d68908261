"""A fault that many draws have is said once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from webapp.content.problems import Problem

_DRAW = re.compile(r"tirage (\d+) : ")


def grouped(problems: Sequence[Problem]) -> list[Problem]:
    """The same problems, said once for all the draws that have them."""
    seeds: dict[Problem, list[str]] = {}
    for problem in problems:
        draw = _DRAW.match(problem.message)
        said = problem.message[draw.end() :] if draw else problem.message
        seeds.setdefault(replace(problem, message=said), []).extend(draw.groups() if draw else ())
    return [replace(problem, message=_drawn(problem, seeds[problem])) for problem in seeds]


def _drawn(problem: Problem, seeds: Sequence[str]) -> str:
    if not seeds:
        return problem.message
    others = f" et {len(seeds) - 1} autre(s)" if len(seeds) > 1 else ""
    return f"tirage {seeds[0]}{others} : {problem.message}"
