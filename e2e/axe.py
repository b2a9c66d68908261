"""Accessibility faults that a machine can see, by axe-core."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SOURCE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


def violations(page: Page, *, practices: bool = True) -> list[str]:
    """Each rule broken by the page, with where; without `practices`, those of WCAG only."""
    page.evaluate(_SOURCE)
    result: dict[str, Any] = page.evaluate(
        _RUN, [*_RULES, *(["best-practice"] if practices else [])]
    )
    return [
        f"{rule['id']}: {rule['help']}: {', '.join(str(n['target'][0]) for n in rule['nodes'])}"
        for rule in result["violations"]
    ]


def check(page: Page, *, practices: bool = True) -> None:
    """AssertionError with every fault."""
    found = violations(page, practices=practices)
    assert not found, "\n".join([page.url, *found])
