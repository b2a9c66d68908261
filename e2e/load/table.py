"""The table of docs/performance.md: what was measured, and beside the floor."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_HEAD = (
    "target",
    "students",
    "answers/s",
    "post p50 / p95 / p99 ms",
    "CPU-ms per answer",
    "memory MiB (PSS)",
    "requests / SQL per answer",
    "bytes per answer, plain / gzip",
)


@dataclass(frozen=True)
class Row:
    """One target under so many students; times in milliseconds."""

    target: str
    database: str
    students: int
    rate: float
    p50: float
    p95: float
    p99: float
    cpu_ms: float
    cpu_ms_of_turns: tuple[float, ...]
    memory: float
    requests: float
    statements: float
    plain: float
    gzip: float


def written(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table, with the ratios to the floor below."""
    lines = [_line(_HEAD), _line(["---"] * len(_HEAD)), *(_line(_cells(row)) for row in rows)]
    return "\n".join([*lines, "", *_ratios(rows)])


def ratio(azimut: Row, floor: Row) -> float:
    """CPU of an answer of Azimut over that of the floor, in one run.

    The median of the turns: others on the same machine spoil some of them.
    """
    return median(_of_turns(azimut, floor))


def find(rows: Sequence[Row], target: str, database: str, students: int) -> Row | None:
    """What was measured of a target on a database, with so many students."""
    wanted = (target, database, students)
    return next((r for r in rows if (r.target, r.database, r.students) == wanted), None)


def _ratios(rows: Sequence[Row]) -> list[str]:
    lines = []
    for row in rows:
        floor = find(rows, "floor", row.database, row.students)
        if row.target == "Azimut" and floor:
            found = _of_turns(row, floor)
            lines.append(
                f"- {row.database}, {row.students} students: {ratio(row, floor):.2f} times "
                f"the floor's CPU ({min(found):.2f} to {max(found):.2f} in its turns), "
                f"{100 * row.rate / floor.rate:.0f} % of its rate, "
                f"{row.p95 / floor.p95:.2f} times its p95"
            )
    return lines


def _of_turns(row: Row, floor: Row) -> list[float]:
    """The ratio of each turn to the floor's turn beside it."""
    pairs = zip(row.cpu_ms_of_turns, floor.cpu_ms_of_turns, strict=True)
    return [ours / theirs for ours, theirs in pairs]


def _cells(row: Row) -> list[str]:
    return [
        f"{row.target}, {row.database}",
        str(row.students),
        f"{row.rate:.0f}",
        f"{row.p50:.0f} / {row.p95:.0f} / {row.p99:.0f}",
        f"{row.cpu_ms:.2f}",
        f"{row.memory:.0f}",
        f"{row.requests:.2f} / {row.statements:.1f}",
        f"{row.plain / 1000:.1f} k / {row.gzip / 1000:.1f} k",
    ]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
