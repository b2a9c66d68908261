"""The budget of one answer: what must be, beside what was measured."""

from collections.abc import Iterator, Sequence

from e2e.load import table
from e2e.load.table import Row
from webapp.engine.study.verdicts import Check, at_most

STUDENTS = 32  # at once


def checks(rows: Sequence[Row]) -> list[Check]:
    """Each measure that must be reached and was measured, on each database."""
    found: list[Check] = []
    for database in dict.fromkeys(row.database for row in rows):
        azimut = table.find(rows, "Azimut", database, STUDENTS)
        floor = table.find(rows, "floor", database, STUDENTS)
        alone = table.find(rows, "Azimut", database, 1)
        if azimut and floor:
            found += _beside(azimut, floor)
            found += _itself(azimut)
        if alone:
            found.append(at_most(f"{database}, post p95 alone in ms", alone.p95, 15, "{:.0f}"))
    return found


def _beside(azimut: Row, floor: Row) -> Iterator[Check]:
    name = azimut.database
    share = 100 * azimut.rate / floor.rate
    yield at_most(f"{name}, CPU over the floor's", table.ratio(azimut, floor), 2.1, "{:.2f}")
    yield Check(f"{name}, share of the floor's rate", f"{share:.0f} %", "≥ 45 %", share >= 45)


def _itself(azimut: Row) -> Iterator[Check]:
    name = azimut.database
    yield at_most(f"{name}, post p95 in ms", azimut.p95, 200, "{:.0f}")
    yield at_most(f"{name}, memory in MiB", azimut.memory, 300, "{:.0f}")
    yield at_most(f"{name}, requests an answer", round(azimut.requests, 2), 1, "{:.2f}")
    yield at_most(f"{name}, statements an answer", azimut.statements, 8, "{:.1f}")
    yield at_most(f"{name}, bytes an answer", azimut.plain, 15_000, "{:.0f}")
    yield at_most(f"{name}, bytes compressed", azimut.gzip, 4_000, "{:.0f}")
