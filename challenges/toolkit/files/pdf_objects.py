"""The objects of a PDF file, numbered, and the table that says where each begins."""

import zlib
from collections.abc import Mapping
from typing import Any

from challenges.toolkit.files.packing import isoformat


class Objects:
    """Numbered objects; one may be reserved first and set later."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def reserved(self) -> int:
        """The number of an object that will be set."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def set(self, number: int, body: str | bytes) -> None:
        """What a reserved object is."""
        self._bodies[number - 1] = body.encode("cp1252") if isinstance(body, str) else body

    def added(self, body: str | bytes) -> int:
        """The number of a new object."""
        number = self.reserved()
        self.set(number, body)
        return number

    def written(self, *, root: int, info: int) -> bytes:
        """The whole file."""
        file = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        starts = []
        for number, body in enumerate(self._bodies, start=1):
            starts.append(len(file))
            file += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(file)
        file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
        for start in starts:
            file += b"%010d 00000 n \n" % start
        trailer = f"<< /Size {len(starts) + 1} /Root {root} 0 R /Info {info} 0 R >>"
        file += f"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(file)


def stream(instructions: str) -> bytes:
    """The content of a page, compressed."""
    packed = zlib.compress(instructions.encode("cp1252", "replace"), 6)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>".encode()
    return head + b"\nstream\n" + packed + b"\nendstream"


def literal(text: str, *, unicode: bool = False) -> str:
    """A string: of the page's own letters, or of any when `unicode`."""
    if unicode:
        return f"<FEFF{text.encode('utf-16-be').hex()}>"
    plain = text.replace("\u202f", "\u00a0").encode("cp1252", "replace").decode("cp1252")
    for sign in ("\\", "(", ")"):
        plain = plain.replace(sign, f"\\{sign}")
    return f"({plain})"


def moment_of(properties: Mapping[str, Any], key: str) -> str:
    """A date of the properties, or the fixed one, as PDF writes it."""
    figures = "".join(filter(str.isdigit, isoformat(dict(properties), key)))
    return f"(D:{figures}Z)"
