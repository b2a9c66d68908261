"""PDF documents: selectable text, outline, properties, pages that break where they are told."""

from collections.abc import Mapping, Sequence
from typing import Any

from challenges.toolkit.files.blocks import Block, blocks
from challenges.toolkit.files.metrics import wrapped
from challenges.toolkit.files.pdf_objects import Objects, literal, moment_of, stream

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 57  # A4, in points
_ROOM = _WIDTH - 2 * _MARGIN
_SIZES = {1: 20, 2: 15, 3: 13, 4: 12}
_BODY = 11


def pdf(
    *,
    pages: Sequence[Sequence[Mapping[str, Any]]],
    properties: Mapping[str, Any] | None = None,
    bookmarks: bool = False,
    numbers: Sequence[str] | None = None,
) -> bytes:
    """Pages of blocks (see `blocks`); a page that is too long flows onto the next.

    `bookmarks` makes an outline of the headings; `numbers` are those printed at the foot, page
    by page, which may differ from the physical ones. A block may be {"masked": "…"}: words under
    a black rectangle, that can still be selected.
    """
    paper = _Paper()
    for page in pages:
        paper.turn()
        for block in page:
            if "masked" in block:
                paper.mask(block["masked"])
            else:
                _print(paper, *blocks([block]))
    paper.number(numbers or ())
    return _document(paper, properties or {}, bookmarks=bookmarks)


class _Paper:
    """The pages as they are printed: the instructions of each, and the headings met."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = []
        self.headings: list[tuple[str, int, int]] = []  # words, page, height
        self._y = 0.0

    def turn(self) -> None:
        """A new page."""
        self.pages.append([])
        self._y = _HEIGHT - _MARGIN

    def number(self, numbers: Sequence[str]) -> None:
        """What is printed at the foot of each page, for as many as have something."""
        for page, printed in zip(self.pages, numbers, strict=False):
            page.append(_line(_WIDTH / 2 - 10, 30, printed, size=9))

    def lines(self, text: str, *, size: int = _BODY, bold: bool = False, left: float = 0) -> None:
        """A paragraph."""
        for line in wrapped(text, (_ROOM - left) * 1000 / size, bold=bold):
            self._down(size * 1.35)
            self._words(_MARGIN + left, self._y, line, size=size, bold=bold)
        self._y -= 5

    def heading(self, text: str, level: int) -> None:
        """A heading, remembered for the outline."""
        self._y -= 6
        self.lines(text, size=_SIZES[level], bold=True)
        self.headings.append((text, len(self.pages) - 1, round(self._y + 2 * _SIZES[level])))

    def row(self, cells: Sequence[str]) -> None:
        """A row of a table, as high as its longest cell."""
        wide = _ROOM / len(cells)
        columns = [list(wrapped(text, (wide - 8) * 100)) for text in cells]
        high = 14 * max(map(len, columns)) + 4
        self._down(high)
        for number, column in enumerate(columns):
            left = _MARGIN + number * wide
            self._draw(f"{left:.1f} {self._y:.1f} {wide:.1f} {high} re S")
            for depth, line in enumerate(column):
                y = self._y + high - 13 - 14 * depth
                self._words(left + 4, y, line, size=10)

    def mask(self, text: str) -> None:
        """A line of text, and a black rectangle over it."""
        self.lines(text)
        self._draw(f"{_MARGIN} {self._y + 1:.1f} {_ROOM} {_BODY + 5} re f")

    def space(self, points: float) -> None:
        """Some room."""
        self._y -= points

    def _down(self, points: float) -> None:
        if self._y - points < _MARGIN:
            self.turn()
        self._y -= points

    def _words(self, x: float, y: float, words: str, *, size: int, bold: bool = False) -> None:
        self._draw(_line(x, y, words, size=size, bold=bold))

    def _draw(self, instruction: str) -> None:
        self.pages[-1].append(instruction)


def _line(x: float, y: float, words: str, *, size: int, bold: bool = False) -> str:
    font = "F2" if bold else "F1"
    return f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td {literal(words)} Tj ET"


def _print(paper: _Paper, block: Block) -> None:
    match block.kind:
        case "page_break":
            paper.turn()
        case "heading":
            paper.heading(block.text, block.level)
        case "list":
            for (item,) in block.rows:
                paper.lines(f"• {item}", left=12)
        case "table":
            for row in block.rows:
                paper.row(row)
            paper.space(10)
        case _:
            paper.lines(block.text, bold=block.bold)


def _document(paper: _Paper, properties: Mapping[str, Any], *, bookmarks: bool) -> bytes:
    objects = Objects()
    catalog, tree = objects.reserved(), objects.reserved()
    fonts = " ".join(
        f"/{name} {objects.added(_font(face))} 0 R"
        for name, face in (("F1", "Helvetica"), ("F2", "Helvetica-Bold"))
    )
    leaves = [_leaf(objects, page, tree=tree, fonts=fonts) for page in paper.pages]
    kids = " ".join(f"{leaf} 0 R" for leaf in leaves)
    objects.set(tree, f"<< /Type /Pages /Kids [{kids}] /Count {len(leaves)} >>")
    outline = _outline(objects, paper, leaves) if bookmarks and paper.headings else ""
    objects.set(catalog, f"<< /Type /Catalog /Lang (fr) /Pages {tree} 0 R{outline} >>")
    return objects.written(root=catalog, info=objects.added(_info(properties)))


def _font(face: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>"


def _leaf(objects: Objects, page: Sequence[str], *, tree: int, fonts: str) -> int:
    content = objects.added(stream("\n".join(page)))
    return objects.added(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
        f"/Resources << /Font << {fonts} >> >> /Contents {content} 0 R >>"
    )


def _outline(objects: Objects, paper: _Paper, leaves: Sequence[int]) -> str:
    """The headings one under the other, and the words of the catalogue that lead to them."""
    root = objects.reserved()
    items = [objects.reserved() for _ in paper.headings]
    for place, (words, page, height) in enumerate(paper.headings):
        before = f" /Prev {items[place - 1]} 0 R" if place else ""
        after = f" /Next {items[place + 1]} 0 R" if place + 1 < len(items) else ""
        target = f"[{leaves[page]} 0 R /XYZ 0 {height} 0]"
        objects.set(
            items[place],
            f"<< /Title {literal(words)} /Parent {root} 0 R{before}{after} /Dest {target} >>",
        )
    ends = f"/First {items[0]} 0 R /Last {items[-1]} 0 R /Count {len(items)}"
    objects.set(root, f"<< /Type /Outlines {ends} >>")
    return f" /Outlines {root} 0 R /PageMode /UseOutlines"


def _info(properties: Mapping[str, Any]) -> str:
    named = {"Producer": "Azimut"} | {
        key.capitalize(): properties[key]
        for key in ("title", "author", "subject", "keywords", "creator", "producer")
        if properties.get(key)
    }
    fields = " ".join(f"/{key} {literal(value, unicode=True)}" for key, value in named.items())
    created, modified = (moment_of(properties, key) for key in ("created", "modified"))
    return f"<< {fields} /CreationDate {created} /ModDate {modified} >>"
