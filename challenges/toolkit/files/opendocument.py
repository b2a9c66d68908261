"""OpenDocument: text documents and slides, and what every OpenDocument file has."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from challenges.toolkit.files.blocks import Block, blocks
from challenges.toolkit.files.packing import document, isoformat

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("fo", "xsl-fo-compatible"), ("draw", "drawing"), ("presentation", "presentation")),
        *(("meta", "meta"), ("number", "datastyle"), ("svg", "svg-compatible")),
        ("manifest", "manifest"),
    )
)
_DUBLIN = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TEXT_STYLES = (
    '<style:style style:name="bold" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="break" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"/></text:list-style>'
)
_SLIDE_STYLES = (
    '<style:style style:name="slide" style:family="drawing-page"/>'
    '<style:style style:name="big" style:family="paragraph">'
    '<style:text-properties fo:font-size="32pt"/></style:style>'
)


def odt(
    *, blocks: Sequence[Mapping[str, Any]], properties: Mapping[str, Any] | None = None
) -> bytes:
    """A text document; page breaks are explicit, so that pages are the same everywhere."""
    body = "".join(_paragraphs(_listed(blocks)))
    content = f"<office:text>{body}</office:text>"
    return packed("text", _TEXT_STYLES, content, dict(properties or {}))


def odp(
    *, slides: Sequence[Mapping[str, Any]], properties: Mapping[str, Any] | None = None
) -> bytes:
    """Slides: {"title", "lines", "notes"?}; the notes are not seen when presenting."""
    body = "".join(_slide(number, slide) for number, slide in enumerate(slides, start=1))
    content = f"<office:presentation>{body}</office:presentation>"
    return packed("presentation", _SLIDE_STYLES, content, dict(properties or {}))


def packed(kind: str, styles: str, body: str, properties: dict[str, Any]) -> bytes:
    """An OpenDocument file of a kind (text, spreadsheet, presentation)."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    parts = (
        ("mimetype", media),
        ("META-INF/manifest.xml", _manifest(media)),
        ("meta.xml", _meta(properties)),
        ("styles.xml", _styles(kind)),
        (
            "content.xml",
            f'{_HEAD}<office:document-content {_NAMESPACES} office:version="1.3">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body>{body}</office:body></office:document-content>",
        ),
    )
    return document(parts, stored=("mimetype",))


def _listed(given: Sequence[Mapping[str, Any]]) -> list[Block]:
    return blocks(given)


def _paragraphs(listed: Sequence[Block]) -> list[str]:
    """Each block; the one after a page break starts the new page."""
    found, breaking = list[str](), False
    for block in listed:
        if block.kind == "page_break":
            breaking = True
            continue
        if breaking:
            found.append('<text:p text:style-name="break"/>')
        found.append(_paragraph(block))
        breaking = False
    return found


def _paragraph(block: Block) -> str:
    match block.kind:
        case "heading":
            level = block.level
            return (
                f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
                f"{_spaced(block.text)}</text:h>"
            )
        case "list":
            items = "".join(
                f"<text:list-item><text:p>{_spaced(item)}</text:p></text:list-item>"
                for (item,) in block.rows
            )
            return f'<text:list text:style-name="bullets">{items}</text:list>'
        case "table":
            return f"<table:table>{''.join(map(_row, block.rows))}</table:table>"
        case _:
            style = ' text:style-name="bold"' if block.bold else ""
            return f"<text:p{style}>{_spaced(block.text)}</text:p>"


def _row(row: tuple[str, ...]) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{_spaced(cell)}</text:p>'
        "</table:table-cell>"
        for cell in row
    )
    return f"<table:table-row>{cells}</table:table-row>"


def _spaced(text: str) -> str:
    """The text with its runs of spaces kept: XML would melt them into one."""
    escaped = escape(text)
    return escaped.replace("  ", " <text:s/>").replace("\n", "<text:line-break/>")


def _slide(number: int, slide: Mapping[str, Any]) -> str:
    lines = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in slide.get("lines", ()))
    title = f'<text:p text:style-name="big">{_spaced(slide["title"])}</text:p>'
    notes = slide.get("notes", "")
    noted = (
        f"<presentation:notes>{_frame('notes', 15, f'<text:p>{_spaced(notes)}</text:p>')}"
        "</presentation:notes>"
    )
    return (
        f'<draw:page draw:name={quoteattr(f"page{number}")} draw:style-name="slide">'
        f"{_frame('title', 1, title)}{_frame('outline', 5, lines)}{noted if notes else ''}"
        "</draw:page>"
    )


def _frame(role: str, top: int, inside: str) -> str:
    return (
        f'<draw:frame presentation:class="{role}" svg:x="2cm" svg:y="{top}cm" '
        f'svg:width="24cm" svg:height="3.5cm"><draw:text-box>{inside}</draw:text-box></draw:frame>'
    )


def _manifest(media: str) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (
            ("/", media),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    return (
        f'{_HEAD}<manifest:manifest {_NAMESPACES} manifest:version="1.3">{entries}'
        "</manifest:manifest>"
    )


def _meta(properties: dict[str, Any]) -> str:
    author = properties.get("author", "")
    fields = (
        ("dc:title", properties.get("title", "")),
        ("meta:initial-creator", author),
        ("dc:creator", properties.get("last_author", author)),
        ("meta:creation-date", isoformat(properties, "created")),
        ("dc:date", isoformat(properties, "modified")),
    )
    inside = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields)
    return (
        f'{_HEAD}<office:document-meta {_NAMESPACES} {_DUBLIN} office:version="1.3">'
        f"<office:meta>{inside}</office:meta></office:document-meta>"
    )


def _styles(kind: str) -> str:
    headings = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" '
        f'style:family="paragraph" style:default-outline-level="{level}">'
        f'<style:text-properties fo:font-weight="bold" fo:font-size="{22 - 3 * level}pt"/>'
        "</style:style>"
        for level in (1, 2, 3, 4)
    )
    inside = headings if kind == "text" else ""
    return (
        f'{_HEAD}<office:document-styles {_NAMESPACES} office:version="1.3">'
        f"<office:styles>{inside}</office:styles></office:document-styles>"
    )
