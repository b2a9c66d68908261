"""Taking turns: what an answer costs each target, a few seconds of one, then of the other.

The speed of a machine changes within minutes; targets measured in the same minutes share it.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter

from e2e.load import accounting
from e2e.load.student import Measures
from e2e.load.table import Row
from e2e.load.targets import Person, Target, postmaster

TURNS = 12  # of each target, at each number of students
_PER_TEST = 8  # answers that one student gives, at least


@dataclass(frozen=True)
class Most:
    """Where a measure ends, whichever comes first."""

    answers: int
    seconds: float


async def measured(
    targets: Sequence[Target], database: str, students: int, most: Most
) -> list[Row]:
    """Everybody enters, so many at once answer in turns, then all read their results.

    Only the answering is measured. A student goes on in the next turn where they were.
    """
    counters = [_Counter(target, students) for target in targets]
    share = Most(most.answers // TURNS, most.seconds / TURNS)
    for turn in range(TURNS):
        for counter in counters[:: -1 if turn % 2 else 1]:
            await counter.welcome(share)
            await counter.turn(share)
    for counter in counters:
        await counter.read_results()
    return [counter.row(database) for counter in counters]


class _Counter:
    """One target at one number of students, and what its turns have cost so far."""

    def __init__(self, target: Target, students: int) -> None:
        self._target = target
        self._students = students
        self._roots = [target.server.pid, *postmaster(target.server.environment["DATABASE_URL"])]
        self._measures = Measures()
        self._waiting: list[Person] = []
        self._finished: list[Person] = []
        self._elapsed = 0.0
        self._statements = 0.0
        self._cpu_ms: list[float] = []  # an answer's, turn by turn
        self._cpu = 0.0

    async def welcome(self, most: Most) -> None:
        """Enough enter for the coming turn; nothing of it is counted."""
        enough = self._students + most.answers // _PER_TEST
        self._waiting += await self._target.people(max(0, enough - len(self._waiting)))

    async def turn(self, most: Most) -> None:
        """So many students at once answer until the turn ends."""
        for person in self._waiting:
            person.line.close()  # the server hangs up on those who wait for long
        answers, cpu, statements, start = self._now()
        last = answers + most.answers
        end = start + most.seconds
        await asyncio.gather(*(self._answer(last, end) for _ in range(self._students)))
        now = self._now()
        self._cpu += now[1] - cpu
        self._cpu_ms.append(1000 * (now[1] - cpu) / (now[0] - answers))
        self._statements += now[2] - statements
        self._elapsed += now[3] - start

    async def read_results(self) -> None:
        """Those who have finished open the page where the last answer led, and leave."""
        for person in self._finished:
            person.line.close()
            await person.read_results()
            person.line.close()  # memory is read next: it is of those who answer, not of them all

    def row(self, database: str) -> Row:
        """All turns together."""
        cuts = [1000 * each for each in quantiles(self._measures.seconds, n=100)]
        count = self._measures.answers
        return Row(
            target=self._target.name,
            database=database,
            students=self._students,
            rate=count / self._elapsed,
            p50=cuts[49],
            p95=cuts[94],
            p99=cuts[98],
            cpu_ms=1000 * self._cpu / count,
            cpu_ms_of_turns=tuple(self._cpu_ms),
            memory=accounting.memory_mib(self._roots),
            requests=self._measures.requests / count,
            statements=self._statements / count,
            plain=self._measures.plain_bytes / count,
            gzip=self._measures.wire_bytes / count,
        )

    def _now(self) -> tuple[int, float, float, float]:
        statements = self._target.statements()
        cpu = accounting.cpu_seconds(self._roots)
        return self._measures.answers, cpu, statements, perf_counter()

    async def _answer(self, last: int, end: float) -> None:
        """One seat: somebody answers; when they have finished, somebody else sits down."""
        while self._waiting and self._goes_on(last, end):
            person = self._waiting.pop()
            while not person.finished and self._goes_on(last, end):
                await person.answer(self._measures)
            (self._finished if person.finished else self._waiting).append(person)

    def _goes_on(self, last: int, end: float) -> bool:
        return self._measures.answers < last and perf_counter() < end
