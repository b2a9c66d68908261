"""A table saved as CSV by any spreadsheet: its encoding, its separator, its lines."""

import codecs
import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.services.names import folded

SEPARATORS = ";\t,"
TOLD = re.compile(r'"?sep=([;\t,|])', re.IGNORECASE)  # a first line that Excel writes and reads
INVISIBLE = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"  # pasted with a text
# What letters of UTF-8 and of old Macs become when they are read as if they were of Windows.
_GARBLED = re.compile("[\u00c2-\u00c5][\u0080-\u00bf\u0152-\u2122]|[ƒ„†‡ˆ‰‹›•˜™\ufffd]")
EMPTY = "Ce fichier est vide ou n’est pas un tableau CSV."
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
    text, guessed = _decoded(content)
    if guessed and (garbled := _garbled(text)):
        return Table([], [], garbled)
    if "\x00" in text or not text.strip():
        return _refused(EMPTY)
    return _parsed(text)


def heading(text: str) -> str:
    """A heading without what exports add to it: « Date de naissance (jj/mm/aaaa)* »."""
    return folded(re.sub(r"\([^)]*\)?", "", text))


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding is only the most probable one."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace"), False
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), True


def _garbled(text: str) -> list[Problem]:
    reason = "Des lettres sont illisibles : enregistrez le fichier en « CSV UTF-8 »."
    return [
        Problem(number, "", reason)
        for number, line in enumerate(text.splitlines(), start=1)
        if _GARBLED.search(line)
    ]


def _parsed(text: str) -> Table:
    first = next(line for line in text.splitlines() if line.strip())
    told = TOLD.match(first)
    separator = told[1] if told else max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    lines: list[tuple[int, list[str]]] = []
    begins = 1  # a cell may hold several lines of the file
    try:
        for written in reader:
            cells = [_bare(cell) for cell in written]
            if any(cells):
                lines.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error:
        reason = "Cette ligne ne se lit pas : un guillemet n’est pas refermé."
        return Table([], [], [Problem(begins, "", reason)])
    if told:
        del lines[0]
    if not lines:
        return _refused(EMPTY)
    (_, headings), *data = lines
    while not headings[-1]:  # spreadsheets save columns where nothing is written
        headings.pop()
    return Table(headings, *_rows([heading(text) for text in headings], data))


def _bare(cell: str) -> str:
    return cell.strip().strip(INVISIBLE).strip()


def _rows(
    keys: Sequence[str], lines: Sequence[tuple[int, list[str]]]
) -> tuple[list[Row], list[Problem]]:
    rows, problems = [], []
    for number, cells in lines:
        if reason := _lost(keys, cells):
            problems.append(Problem(number, "", reason))
        padded = cells + [""] * (len(keys) - len(cells))
        rows.append(Row(number, dict(zip(keys, padded, strict=False))))
    return rows, problems


def _lost(keys: Sequence[str], cells: Sequence[str]) -> str:
    """Why a cell of this line would be lost, if one would: it stands under no heading."""
    if any(cells[len(keys) :]):
        return f"{len(cells)} cases, mais {len(keys)} colonnes : une case est en trop."
    for key, cell in zip(keys, cells, strict=False):
        if cell and not key:
            todo = "donnez un titre à cette colonne, ou videz la case"
            return f"« {cell} » n’est sous aucun titre : {todo}."
    return ""


def _refused(reason: str) -> Table:
    return Table([], [], [Problem(1, "", reason)])
