"""No draw gives its answer away, and neither do many draws together."""

from collections.abc import Iterator

from webapp.content import leaks, tells
from webapp.content.checking.examined import Examined
from webapp.content.problems import Problem


def problems(examined: Examined) -> Iterator[Problem]:
    """Answers that can be read where there is nothing to search, and what repeats over draws."""
    for seed, question in enumerate(examined.questions):
        for reason in leaks.reasons(question):
            yield examined.in_draw(seed, reason)
    for reason in tells.tells(examined.questions):
        yield examined.at("generate.py", f"sur {len(examined.questions)} tirages : {reason}")
