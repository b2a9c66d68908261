"""Plain text, CSV and JSON files."""

import csv as csv_module
import io
import json as json_module
from collections.abc import Sequence
from typing import Any


def text(*, body: str, newline: str = "\r\n", encoding: str = "utf-8") -> bytes:
    """A text file (txt, log, html, xml, srt…); ends of line for any editor."""
    lines = body.replace("\r\n", "\n").rstrip("\n").split("\n")
    return (newline.join(lines) + newline).encode(encoding)


def csv(
    *,
    header: Sequence[str],
    rows: Sequence[Sequence[Any]],
    separator: str = ";",
    encoding: str = "utf-8-sig",
) -> bytes:
    """A table; semicolon and UTF-8 with mark by default, as French spreadsheets expect."""
    stream = io.StringIO()
    writer = csv_module.writer(stream, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def json(*, data: Any) -> bytes:
    """A JSON document, indented, keys in the order given."""
    return (json_module.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
