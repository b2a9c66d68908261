"""HTTP/1.1 for many virtual students in one process: as little work as a client can do."""

import asyncio
import gzip
from collections.abc import Mapping
from dataclasses import dataclass, field

Headers = Mapping[str, str]


class Unreachable(Exception):
    """The server closed the connection, or nobody listens."""


@dataclass(frozen=True)
class Reply:
    """What came back; `wire_bytes` is the size of the body as it travelled."""

    status: int
    headers: Headers
    body: str
    wire_bytes: int

    @property
    def target(self) -> str:
        """Where the server sends us, or nothing."""
        return self.headers.get("hx-redirect") or self.headers.get("location", "")


@dataclass
class Line:
    """One person's connection, kept open, and their cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    sent: int = 0
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Reply:
        """A page."""
        return await self._ask(f"GET {path} HTTP/1.1\r\n", b"")

    async def post(self, path: str, body: str, *, htmx: bool = False) -> Reply:
        """Send a form, already encoded; with `htmx` as htmx does."""
        head = f"POST {path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        return await self._ask(head + ("HX-Request: true\r\n" if htmx else ""), body.encode())

    def close(self) -> None:
        """Hang up."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def _ask(self, head: str, body: bytes) -> Reply:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        request = (
            f"{head}Host: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n"
            f"Content-Length: {len(body)}\r\n" + (f"Cookie: {cookies}\r\n" if cookies else "")
        )
        self.sent += 1
        try:
            reader, writer = await self._connection()
            writer.write(request.encode() + b"\r\n" + body)
            return await self._read(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            self.close()
            raise Unreachable from error

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        return self._streams

    async def _read(self, reader: asyncio.StreamReader) -> Reply:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in lines[1:-2]:
            name, _, value = line.partition(":")
            if name.lower() == "set-cookie":
                self._keep(value)
            headers[name.lower()] = value.strip()
        body = await _body(reader, headers)
        text = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
        return Reply(int(lines[0].split(" ")[1]), headers, text.decode(), len(body))

    def _keep(self, cookie: str) -> None:
        name, _, value = cookie.split(";")[0].strip().partition("=")
        self.cookies[name] = value


async def _body(reader: asyncio.StreamReader, headers: Headers) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    parts = []
    while size := int(await reader.readuntil(b"\r\n"), 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)
