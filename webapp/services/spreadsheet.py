"""A table saved as CSV by any spreadsheet: its encoding, its separator, its lines."""

import codecs
import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.services.names import folded

SEPARATORS = ";\t,"
BINARY = {b"PK": "un classeur", b"\xd0\xcf": "un ancien classeur", b"%PDF": "un document PDF"}


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file: the line (1 is the heading), the column, and what to do."""

    line: int
    field: str
    reason: str


@dataclass(frozen=True)
class Row:
    """One line of a table, by folded heading; `line` is its number in the file."""

    line: int
    values: Mapping[str, str]


@dataclass(frozen=True)
class Table:
    """Headings as they are written, rows, and what could not be read."""

    headings: Sequence[str]
    rows: Sequence[Row]
    problems: Sequence[Problem] = ()


def read_table(content: bytes) -> Table:
    """The table of a CSV file; a file that is none gives a table with its problem."""
    kind = next((name for start, name in BINARY.items() if content.startswith(start)), "")
    if kind:
        return _refused(f"Ce fichier est {kind}. Enregistrez-le au format CSV, puis recommencez.")
    text = _decoded(content)
    if "\x00" in text or not text.strip():
        return _refused("Ce fichier est vide ou n’est pas un tableau CSV.")
    return _parsed(text)


def heading(text: str) -> str:
    """A heading without what exports add to it: « Date de naissance (jj/mm/aaaa)* »."""
    return folded(re.sub(r"\([^)]*\)?", "", text))


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _parsed(text: str) -> Table:
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error:
        reason = "Cette ligne ne se lit pas : un guillemet n’est pas refermé."
        return Table([], [], [Problem(reader.line_num, "", reason)])
    (_, headings), *data = lines
    return Table(headings, *_rows([heading(text) for text in headings], data))


def _rows(
    keys: Sequence[str], lines: Sequence[tuple[int, list[str]]]
) -> tuple[list[Row], list[Problem]]:
    rows, problems = [], []
    for number, cells in lines:
        if any(cells[len(keys) :]):
            reason = f"{len(cells)} cases, mais {len(keys)} colonnes : une case est en trop."
            problems.append(Problem(number, "", reason))
        padded = cells + [""] * (len(keys) - len(cells))
        rows.append(Row(number, dict(zip(keys, padded, strict=False))))
    return rows, problems


def _refused(reason: str) -> Table:
    return Table([], [], [Problem(1, "", reason)])
