"""`make bench`: the cost of one answer, Azimut and the floor in turns, in one run."""

import argparse
import asyncio
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import create_engine, text

from e2e.load import budget, table, turns
from e2e.load.table import Row
from e2e.load.targets import Azimut, Floor, Target
from e2e.load.turns import Most
from e2e.server import AZIMUT
from tests import postgresql
from webapp.engine.study import tables

_WARM = Most(answers=1800, seconds=60)  # enough for each worker to have met the bank
_MARKS = ("<!-- measured -->\n", "<!-- end -->\n")


def main() -> int:
    """0 when each measure is within its budget, 1 when one is not."""
    options = _options()
    if not Path("/proc/self/task").exists():
        sys.stderr.write("The benchmark reads CPU and memory from /proc: Linux only.\n")
        return 1
    rows = [row for database in options.database for row in _measured(database, options)]
    checks = budget.checks(rows)
    report = f"{table.written(rows)}\n\n{tables.held(checks)}"
    sys.stdout.write(report + "\n")
    if options.write:
        _write(options.write, report)
    return int(not all(check.held for check in checks))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--database", nargs="+", default=["PostgreSQL", "SQLite"])
    parser.add_argument("--students", nargs="+", type=int, default=[1, 8, 32, 128])
    parser.add_argument("--answers", type=int, default=4800, help="answers of each measure")
    parser.add_argument("--seconds", type=float, default=40, help="most that a measure may last")
    parser.add_argument("--azimut", default=AZIMUT, help="the command installed to be measured")
    parser.add_argument("--write", type=Path, help="a document that keeps the table")
    return parser.parse_args()


def _measured(database: str, options: argparse.Namespace) -> list[Row]:
    rows = []
    with contextlib.ExitStack() as stack:
        targets: list[Target] = []
        for make in (Floor, Azimut):
            home, url = stack.enter_context(_place(database))
            targets.append(make(home, url, options.azimut))
            stack.enter_context(targets[-1].server)
        asyncio.run(turns.measured(targets, database, 4, _WARM))
        if database == "PostgreSQL":
            for target in targets:
                _analyze(target.server.environment["DATABASE_URL"])
        for students in options.students:
            sys.stderr.write(f"{database}, {students} students\n")
            most = Most(options.answers, options.seconds)
            rows += asyncio.run(turns.measured(targets, database, students, most))
    return rows


def _analyze(url: str) -> None:
    """Count the rows, as PostgreSQL does by itself after a minute: its plans depend on it."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()


@contextlib.contextmanager
def _place(database: str) -> Iterator[tuple[Path, str]]:
    """A folder and the address of an empty database, for one target alone."""
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="azimut-load-")))
        if database == "PostgreSQL":
            yield home, stack.enter_context(postgresql.cluster(durable=True))
        else:
            yield home, f"sqlite:///{home / 'azimut.sqlite'}"


def _write(path: Path, report: str) -> None:
    """Put the report between the marks of a document."""
    start, end = _MARKS
    before, _, rest = path.read_text().partition(start)
    path.write_text(before + start + "\n" + report + "\n\n" + end + rest.partition(end)[2])


if __name__ == "__main__":
    sys.exit(main())
