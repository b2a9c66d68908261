"""A real server under test: its own folder, a free port, the demonstration school."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cached_property
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

AZIMUT = str(Path(sys.executable).with_name("azimut"))
_START_TIMEOUT = 180.0  # seconds: a loaded machine is slow, not broken


class ServerDied(Exception):
    """The server did not start, or ended by itself; the message is the end of its log."""


class Server:
    """`azimut serve` on loopback; every worker is of its process group, so that it can be killed.

    The database is SQLite in `home` unless `database` is an address; `azimut` is the command.
    """

    def __init__(
        self, home: Path, *, database: str = "", workers: int = 2, azimut: str = AZIMUT
    ) -> None:
        self.home = home
        self.azimut = azimut
        self.port = free_port()
        self.workers = workers
        self.environment = _without_settings(os.environ) | {"AZIMUT_HOME": str(home)}
        if database:
            self.environment["DATABASE_URL"] = database
        self.log = home / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the pages are."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process whose children are the workers."""
        if self._process is None:
            raise ServerDied("not started")
        return self._process.pid

    @cached_property
    def identities(self) -> Mapping[str, Any]:
        """What `azimut demo` made: codes, students, accounts."""
        return self.command_json("demo")

    def command_json(self, *arguments: str) -> Mapping[str, Any]:
        """What an `azimut` command prints with --json, over the same database."""
        done = subprocess.run(  # noqa: S603 (our own command)
            [self.azimut, *arguments, "--json"],
            cwd=self.home,
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            timeout=_START_TIMEOUT,
        )
        document: Mapping[str, Any] = json.loads(done.stdout)
        return document

    def serving(self) -> list[str]:
        """The command that serves."""
        return [self.azimut, "serve", "--port", str(self.port), "--workers", str(self.workers)]

    def start(self) -> Server:
        """Serve, and wait until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 (our own command)
                self.serving(),
                cwd=self.home,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait()
        return self

    def wait(self) -> None:
        """Until /health answers 200; ServerDied after three minutes or when the process ended."""
        deadline = time.monotonic() + _START_TIMEOUT
        while not self._healthy():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                self.kill()
                raise ServerDied(self.log.read_text()[-3000:])
            time.sleep(0.05)

    def stop(self) -> None:
        """End politely, as a service manager does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End at once, as a power cut does: no process of the group lives on."""
        self._end(signal.SIGKILL)

    def __enter__(self) -> Server:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        for each in (how, signal.SIGKILL):
            try:
                os.killpg(self._process.pid, each)
                self._process.wait(timeout=10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        self._process.wait()
        self._process = None

    def _healthy(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """What the person at the keyboard has set for their own server must not reach this one."""
    ours = ("HOST", "PORT", "DATABASE_URL")
    return {k: v for k, v in environment.items() if k not in ours and not k.startswith("AZIMUT_")}
