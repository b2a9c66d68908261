"""PDF documents: selectable text, outline, properties, pages that break where they are told."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from challenges.toolkit.files.blocks import Block, blocks
from challenges.toolkit.files.packing import EPOCH, moment

_SIZES = {1: 20, 2: 15, 3: 13, 4: 12}


def pdf(
    *,
    pages: Sequence[Sequence[Mapping[str, Any]]],
    properties: Mapping[str, Any] | None = None,
    bookmarks: bool = False,
    numbers: Sequence[str] | None = None,
) -> bytes:
    """Pages of blocks (see `blocks`); a page that is too long flows onto the next.

    `bookmarks` makes an outline of the headings; `numbers` are those printed at the foot, page
    by page, which may differ from the physical ones.
    """
    paper = _Paper(numbers)
    _describe(paper, properties or {})
    for page in pages:
        paper.add_page()
        for block in blocks(page):
            _print(paper, block, bookmarks=bookmarks)
    return bytes(paper.output())


class _Paper(FPDF):
    """A4 paper in a font that every reader has, French signs included."""

    def __init__(self, numbers: Sequence[str] | None) -> None:
        super().__init__(format="A4")
        self.core_fonts_encoding = "cp1252"
        self.set_font("Helvetica", size=11)
        self.set_auto_page_break(auto=True, margin=20)
        self._numbers = numbers

    def footer(self) -> None:
        """The number printed at the foot, when there is one for this page."""
        if self._numbers and self.page <= len(self._numbers):
            self.set_y(-15)
            self.set_font("Helvetica", size=9)
            self.cell(0, 10, self._numbers[self.page - 1], align="C")


def _describe(paper: FPDF, properties: Mapping[str, Any]) -> None:
    paper.set_creation_date(
        (moment(properties["created"]) if "created" in properties else EPOCH).replace(tzinfo=UTC)
    )
    paper.set_producer(properties.get("producer", "Azimut"))
    for key in ("title", "author", "subject", "keywords", "creator"):
        if properties.get(key):
            getattr(paper, f"set_{key}")(properties[key])


def _print(paper: FPDF, block: Block, *, bookmarks: bool) -> None:
    if block.kind == "page_break":
        paper.add_page()
    elif block.kind == "heading":
        if bookmarks:
            paper.start_section(block.text, level=block.level - 1)
        _lines(paper, block.text, size=_SIZES[block.level], style="B")
    elif block.kind == "list":
        for (item,) in block.rows:
            _lines(paper, f"•  {item}")
    elif block.kind == "table":
        _table(paper, block)
    else:
        _lines(paper, block.text, style="B" if block.bold else "")


def _lines(paper: FPDF, text: str, *, size: int = 11, style: str = "") -> None:
    paper.set_font("Helvetica", style=style, size=size)
    paper.multi_cell(0, size * 0.5, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(2)


def _table(paper: FPDF, block: Block) -> None:
    paper.set_font("Helvetica", size=10)
    with paper.table() as table:
        for row in block.rows:
            printed = table.row()
            for text in row:
                printed.cell(text)
    paper.ln(3)
