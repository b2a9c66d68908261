"""DOCX documents: styles, lists, tables, page breaks, properties."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from challenges.toolkit.files import ooxml
from challenges.toolkit.files.blocks import Block, blocks
from challenges.toolkit.files.packing import document

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    ("/word/document.xml", f"{_MEDIA}.document.main+xml"),
    ("/word/styles.xml", f"{_MEDIA}.styles+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    (
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
)
_TARGETS = (
    ("officeDocument", "word/document.xml"),
    ("core-properties", "docProps/core.xml"),
    ("extended-properties", "docProps/app.xml"),
)
_Given = Sequence[Mapping[str, Any]]


def docx(*, blocks: _Given, properties: Mapping[str, Any] | None = None) -> bytes:
    """A text document; properties may hold title, author, last_author, created, modified."""
    known = dict(properties or {})
    parts = (
        ("[Content_Types].xml", ooxml.content_types(_TYPES)),
        ("_rels/.rels", ooxml.relationships(_TARGETS)),
        ("word/_rels/document.xml.rels", ooxml.relationships([("styles", "styles.xml")])),
        ("word/document.xml", _document(_listed(blocks))),
        ("word/styles.xml", _styles()),
        ("docProps/core.xml", ooxml.core(known)),
        ("docProps/app.xml", ooxml.application()),
    )
    return document(parts)


def _listed(given: _Given) -> list[Block]:
    return blocks(given)


def _document(listed: Sequence[Block]) -> str:
    body = "".join(map(_block, listed))
    return (
        f'{ooxml.HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
        'w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )


def _block(block: Block) -> str:
    match block.kind:
        case "heading":
            return _paragraph(block.text, style=f"Heading{block.level}")
        case "list":
            return "".join(_paragraph(f"• {item}", style="List") for (item,) in block.rows)
        case "table":
            rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in block.rows)
            grid = "<w:gridCol/>" * len(block.rows[0])
            return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        case "page_break":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case _:
            return _paragraph(block.text, bold=block.bold)


def _cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{_paragraph(text)}</w:tc>"


def _paragraph(text: str, *, style: str = "", bold: bool = False) -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(text).split("\n"))
    return f'<w:p>{styled}<w:r>{weight}<w:t xml:space="preserve">{lines}</w:t></w:r></w:p>'


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{40 - 6 * level}"/></w:rPr></w:style>'
        for level in (1, 2, 3, 4)
    )
    return (
        f'{ooxml.HEAD}<w:styles xmlns:w="{_WORD}">'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:sz w:val="22"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="List"><w:name w:val="List"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="360"/></w:pPr></w:style>'
        f"{headings}</w:styles>"
    )
