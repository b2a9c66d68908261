"""Spreadsheets: XLSX and ODS, typed values, a bold first row, hidden sheets if wanted."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from challenges.toolkit.files import ooxml, opendocument
from challenges.toolkit.files.cells import Cell, cell
from challenges.toolkit.files.packing import document

Sheet = Mapping[str, Any]
_BOLD = Font(bold=True)
_REFERENCE = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?\b")


def xlsx(*, sheets: Sequence[Sheet], properties: Mapping[str, Any] | None = None) -> bytes:
    """A workbook; a sheet is {"name", "rows", "hidden"?} and its first row is a header."""
    workbook = Workbook()
    workbook.remove(workbook["Sheet"])
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet["name"]), sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return _settled(stream, dict(properties or {}))


def ods(*, sheets: Sequence[Sheet], properties: Mapping[str, Any] | None = None) -> bytes:
    """The same workbook as an OpenDocument file."""
    body = "".join(_table(sheet) for sheet in sheets)
    styles = (
        '<style:style style:name="head" style:family="table-cell">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="hidden" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="shown" style:family="table">'
        '<style:table-properties table:display="true"/></style:style>'
        '<number:date-style style:name="day-format" number:automatic-order="true">'
        '<number:day number:style="long"/><number:text>/</number:text>'
        '<number:month number:style="long"/><number:text>/</number:text>'
        '<number:year number:style="long"/></number:date-style>'
        '<style:style style:name="day" style:family="table-cell"'
        ' style:data-style-name="day-format"/>'
    )
    content = f"<office:spreadsheet>{body}</office:spreadsheet>"
    return opendocument.packed("spreadsheet", styles, content, dict(properties or {}))


def _fill(worksheet: Worksheet, sheet: Sheet) -> None:
    widths: dict[int, int] = {}
    for number, row in enumerate(sheet["rows"], start=1):
        for column, value in enumerate(map(cell, row), start=1):
            target = worksheet.cell(number, column)
            target.value = value.formula or value.value
            if value.kind == "date":
                target.number_format = "dd/mm/yyyy"
            if number == 1:
                target.font = _BOLD
            widths[column] = max(widths.get(column, 8), len(str(value.value or "")))
    for column, width in widths.items():
        worksheet.column_dimensions[get_column_letter(column)].width = min(width + 2, 48)
    if sheet.get("hidden"):
        worksheet.sheet_state = "hidden"


def _settled(stream: io.BytesIO, properties: dict[str, Any]) -> bytes:
    """The workbook with our properties instead of the writer's, and no clock in its archive."""
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = ooxml.core(properties).encode()
    parts["docProps/app.xml"] = ooxml.application().encode()
    return document(parts.items())


def _table(sheet: Sheet) -> str:
    rows = "".join(
        f"<table:table-row>{''.join(_cells(row, head=number == 0))}</table:table-row>"
        for number, row in enumerate(sheet["rows"])
    )
    style = "hidden" if sheet.get("hidden") else "shown"
    name = quoteattr(sheet["name"])
    return f'<table:table table:name={name} table:style-name="{style}">{rows}</table:table>'


def _cells(row: Sequence[Any], *, head: bool) -> Iterator[str]:
    for value in map(cell, row):
        style = "head" if head else "day" if value.kind == "date" else ""
        named = f' table:style-name="{style}"' if style else ""
        yield f"<table:table-cell{named}{_typed(value)}"


def _typed(value: Cell) -> str:
    """The end of a cell's tag with its type, and the text a reader sees."""
    formula = f" table:formula={quoteattr('of:' + _references(value.formula))}"
    start = formula if value.formula else ""
    if value.kind == "empty":
        return f"{start}/>"
    shown = escape(_shown(value))
    return f"{start}{_value(value)}><text:p>{shown}</text:p></table:table-cell>"


def _value(value: Cell) -> str:
    match value.kind:
        case "number":
            return f' office:value-type="float" office:value="{value.value}"'
        case "boolean":
            return f' office:value-type="boolean" office:boolean-value="{_shown(value)}"'
        case "date":
            return f' office:value-type="date" office:date-value="{value.value:%Y-%m-%d}"'
        case _:
            return ' office:value-type="string"'


def _shown(value: Cell) -> str:
    match value.kind:
        case "boolean":
            return str(value.value).lower()
        case "date":
            return f"{value.value:%d/%m/%Y}"
        case "number":
            return str(value.value).replace(".", ",")
        case _:
            return str(value.value)


def _references(formula: str) -> str:
    """« =B2*$F$1 » as OpenDocument writes it: « =[.B2]*[.$F$1] »."""
    return _REFERENCE.sub(lambda found: "[." + found[0].replace(":", ":.") + "]", formula)
