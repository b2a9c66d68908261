"""The study as text: one table of rows, one of checks."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from webapp.engine.study.outcomes import Quality
from webapp.engine.study.tasks import END, Row
from webapp.engine.study.verdicts import Check

_HEAD = (
    *("bank", "world", "method", "questions", "level RMSE", "exact", "within 1"),
    *("pix RMSE", "pix bias", "coverage", "success", "exposure"),
)


def results(rows: Sequence[Row]) -> str:
    """A Markdown table: one line a row and checkpoint; ± is the standard error."""
    return _table([_HEAD, *(line for row in rows for line in _lines(row))])


def held(checks: Sequence[Check]) -> str:
    """A Markdown table of the numbers to reach."""
    lines = [(one.name, one.value, one.limit, "yes" if one.held else "NO") for one in checks]
    return _table([("check", "found", "limit", "held"), *lines])


def document(rows: Sequence[Row], checks: Sequence[Check], **more: Any) -> dict[str, Any]:
    """The whole study as one JSON document."""
    return {
        "rows": [asdict(replace(row, task=replace(row.task, specs=None))) for row in rows],
        "checks": [asdict(one) for one in checks],
        **{name: asdict(value) for name, value in more.items() if value is not None},
    }


def _lines(row: Row) -> Iterator[tuple[str, ...]]:
    for length, one in row.quality.items():
        questions = f"{row.length:.0f} (its end)" if length == END else str(length)
        yield (
            row.task.bank,
            row.task.world,
            row.task.method,
            questions,
            *_numbers(one),
            f"{row.success:.0%}" if row.success else "",
            f"{row.exposure:.2f}",
        )


def _numbers(one: Quality) -> tuple[str, ...]:
    return (
        f"{one.rmse:.3f} ± {one.error:.3f}",
        f"{one.exact:.0%}",
        f"{one.within_one:.0%}",
        f"{one.pix_rmse:.0f}",
        f"{one.pix_bias:+.0f}",
        "" if one.coverage is None else f"{one.coverage:.3f}",
    )


def _table(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    head, *body = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([head, rule, *body])
