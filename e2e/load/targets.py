"""What is measured: Azimut, and the floor, each a server with people at its doors."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from e2e.load.student import Measures, Student
from e2e.load.wire import Line
from e2e.server import AZIMUT, Server
from tests import databases, factories

CODE = "K4T9WM7HP"
_AT_ONCE = 16  # people at the doors together
_ANSWERS = re.compile(
    r'azimut_statements_total\{method="POST",route="/tests/[^"]*/reponses"\} ([\d.]+)'
)


class Person(Protocol):
    """Somebody who answers until they have finished, over a connection of their own."""

    line: Line
    finished: bool

    async def answer(self, measures: Measures) -> None:
        """One answer."""
        ...

    async def read_results(self) -> None:
        """What comes after the last answer."""
        ...


class Target(Protocol):
    """A server under load."""

    @property
    def name(self) -> str:
        """As the table calls it."""
        ...

    @property
    def server(self) -> Server:
        """Where it is served."""
        ...

    async def people(self, count: int) -> list[Person]:
        """So many people, each before their first question."""
        ...

    def statements(self) -> float:
        """SQL statements made for answers since the start."""
        ...


class Azimut:
    """The real application with the real bank, and a campaign open to all."""

    name = "Azimut"

    def __init__(self, home: Path, url: str, azimut: str = AZIMUT) -> None:
        self.url = url
        self.server = Server(home, database=url, azimut=azimut)
        self._people = 0
        subprocess.run(  # noqa: S603 (our own command)
            [self.server.azimut, "db", "upgrade"], env=self.server.environment, check=True
        )
        with databases.opened(url) as engine, Session(engine) as session, session.begin():
            factories.campaign(session, code=CODE, checkpoints=False)

    async def people(self, count: int) -> list[Person]:
        """Students who have typed the code and said who they are."""
        gate = asyncio.Semaphore(_AT_ONCE)
        return await asyncio.gather(*(self._student(gate) for _ in range(count)))

    def statements(self) -> float:
        """As /metrics counts them, all workers together."""
        token = (self.server.home / "metrics.token").read_text()
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=10)
        connection.request("GET", "/metrics", headers={"Authorization": f"Bearer {token}"})
        found = _ANSWERS.search(connection.getresponse().read().decode())
        connection.close()
        return float(found[1]) if found else 0.0

    async def _student(self, gate: asyncio.Semaphore) -> Person:
        self._people += 1
        student = Student(self.server.port, name="Camille", seed=self._people)
        async with gate:
            await student.enter(CODE)
        return student


class FloorServer(Server):
    """The floor app on granian, as `azimut serve` runs ours."""

    def serving(self) -> list[str]:
        """The command that serves."""
        granian = str(Path(self.azimut).with_name("granian"))
        return [
            *(granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)),
            *("--workers", str(self.workers), "--blocking-threads", "1", "--no-ws"),
            "e2e.load.floor:app",
        ]


class Floor:
    """The least that keeps an answer."""

    name = "floor"

    def __init__(self, home: Path, url: str, azimut: str = AZIMUT) -> None:
        self.server = FloorServer(home, database=url, azimut=azimut)
        self.server.environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        self._visitors: list[Visitor] = []
        prepare = "from e2e.load import floor; floor.prepare()"
        subprocess.run(  # noqa: S603 (our own words)
            [sys.executable, "-c", prepare], env=self.server.environment, cwd=home, check=True
        )

    async def people(self, count: int) -> list[Person]:
        """Visitors with a first question."""
        new = [Visitor(Line(self.server.port)) for _ in range(count)]
        for visitor in new:
            await visitor.enter()
        self._visitors += new
        return list(new)

    def statements(self) -> float:
        """As each reply tells."""
        return sum(each.statements for each in self._visitors)


class Visitor:
    """Somebody at the floor, who never finishes."""

    finished = False

    def __init__(self, line: Line) -> None:
        self.line = line
        self.key = ""
        self.statements = 0

    async def enter(self) -> None:
        """The first question."""
        self.key = _key((await self.line.post("/debut", "")).body)

    async def answer(self, measures: Measures) -> None:
        """One answer, then the next question."""
        started = asyncio.get_running_loop().time()
        sent = urlencode({"key": self.key, "answer": "12"})
        reply = await self.line.post("/reponses", sent, htmx=True)
        measures.seconds.append(asyncio.get_running_loop().time() - started)
        measures.answers += 1
        measures.requests += 1
        measures.plain_bytes += len(reply.body.encode())
        measures.wire_bytes += reply.wire_bytes
        self.statements += int(reply.headers["x-statements"])
        self.key = _key(reply.body)

    async def read_results(self) -> None:
        """There are none at the floor."""


def _key(page: str) -> str:
    return page.partition('name="key" value="')[2].partition('"')[0]


def postmaster(url: str) -> list[int]:
    """The first process of the PostgreSQL at this address, if it is one of `tests.postgresql`."""
    folder = url.partition("host=")[2]
    pid_file = Path(folder) / "data" / "postmaster.pid"
    return [int(pid_file.read_text().split()[0])] if folder and os.path.exists(pid_file) else []
