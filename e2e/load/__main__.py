"""`make bench`: the cost of one answer, Azimut beside the floor, in one run."""

import argparse
import asyncio
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from sqlalchemy import create_engine, make_url, text

from e2e.load import accounting, table
from e2e.load.student import Measures
from e2e.load.table import Row
from e2e.load.targets import Azimut, Floor, Person, Target, postmaster
from tests import postgresql

_WARM = {"answers": 800, "seconds": 30}  # enough for each worker to have met the bank
_PER_TEST = 15  # answers that one student gives, about
_MARKS = ("<!-- measured -->\n", "<!-- end -->\n")


def main() -> int:
    """0 when the cost at 32 students is within the budget, 1 when it is not."""
    options = _options()
    if not Path("/proc/self/task").exists():
        sys.stderr.write("The benchmark reads CPU and memory from /proc: Linux only.\n")
        return 1
    rows = []
    for database in options.database:
        with _places(database) as places:
            for make in (Floor, Azimut):
                home, url = next(places)
                rows += _measured(make(home, url), database, options)
    report = table.written(rows)
    sys.stdout.write(report + "\n")
    if options.write:
        _write(options.write, report)
    return _verdict(rows, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--database", nargs="+", default=["PostgreSQL", "SQLite"])
    parser.add_argument("--students", nargs="+", type=int, default=[1, 8, 32, 128])
    parser.add_argument("--answers", type=int, default=1000, help="answers of each measure")
    parser.add_argument("--seconds", type=float, default=20, help="most that a measure may last")
    parser.add_argument("--write", type=Path, help="a document that keeps the table")
    return parser.parse_args()


@contextlib.contextmanager
def _places(database: str) -> Iterator[Iterator[tuple[Path, str]]]:
    """A folder and the address of an empty database, for each target."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="azimut-load-")))
        server = ""
        if database == "PostgreSQL":
            server = stack.enter_context(postgresql.cluster(durable=True))
        yield _each_place(folder, server)


def _each_place(folder: Path, server: str) -> Iterator[tuple[Path, str]]:
    for number in range(2):
        home = folder / str(number)
        home.mkdir()
        if not server:
            yield home, f"sqlite:///{home / 'azimut.sqlite'}"
            continue
        engine = create_engine(server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE bench{number}"))
        engine.dispose()
        yield home, str(make_url(server).set(database=f"bench{number}"))


def _measured(target: Target, database: str, options: argparse.Namespace) -> list[Row]:
    rows = []
    with target.server:
        roots = [target.server.pid, *postmaster(target.server.environment["DATABASE_URL"])]
        asyncio.run(_level(target, database, 4, roots, **_WARM))
        for students in options.students:
            sys.stderr.write(f"{target.name}, {database}, {students} students\n")
            limits = {"answers": options.answers, "seconds": options.seconds}
            rows.append(asyncio.run(_level(target, database, students, roots, **limits)))
    return rows


async def _level(
    target: Target, database: str, students: int, roots: list[int], *, answers: int, seconds: float
) -> Row:
    """Everybody enters, so many at once answer, then all read their results.

    Only the answering is measured.
    """
    done: list[Person] = []
    waiting = await target.people(max(students, answers // _PER_TEST + students))
    measures = Measures()
    before = accounting.cpu_seconds(roots), target.statements(), perf_counter()
    end = perf_counter() + seconds

    async def one_after_another() -> None:
        while waiting and measures.answers < answers and perf_counter() < end:
            done.append(waiting.pop())
            await _answer_all(done[-1], measures, answers, end)

    await asyncio.gather(*(one_after_another() for _ in range(students)))
    cpu, statements, elapsed = (
        accounting.cpu_seconds(roots) - before[0],
        target.statements() - before[1],
        perf_counter() - before[2],
    )
    for person in done:
        if person.finished:
            await person.read_results()
    cuts = [1000 * each for each in quantiles(measures.seconds, n=100)]
    count = measures.answers
    return Row(
        target=target.name,
        database=database,
        students=students,
        rate=count / elapsed,
        p50=cuts[49],
        p95=cuts[94],
        p99=cuts[98],
        cpu_ms=1000 * cpu / count,
        memory=accounting.memory_mib(roots),
        requests=measures.requests / count,
        statements=statements / count,
        plain=measures.plain_bytes / count,
        gzip=measures.wire_bytes / count,
    )


async def _answer_all(person: Person, measures: Measures, answers: int, end: float) -> None:
    while not person.finished and measures.answers < answers and perf_counter() < end:
        await person.answer(measures)


def _write(path: Path, report: str) -> None:
    """Put the report between the marks of a document."""
    start, end = _MARKS
    before, _, rest = path.read_text().partition(start)
    path.write_text(before + start + "\n" + report + "\n\n" + end + rest.partition(end)[2])


def _verdict(rows: list[Row], options: argparse.Namespace) -> int:
    """Ratios only: times change from machine to machine."""
    found = [table.ratio(rows, database, 32) for database in options.database]
    worst = max((each for each in found if each is not None), default=0.0)
    if worst > table.MUST_RATIO:
        sys.stderr.write(f"{worst:.2f} times the floor's CPU: more than {table.MUST_RATIO}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
