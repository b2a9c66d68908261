"""Parts that every Office Open XML document has."""

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from challenges.toolkit.files.packing import isoformat

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def core(properties: dict[str, Any]) -> str:
    """docProps/core.xml: title, author, last_author, created, modified, revision."""
    author = properties.get("author", "")
    fields = (
        ("dc:title", properties.get("title", "")),
        ("dc:creator", author),
        ("cp:lastModifiedBy", properties.get("last_author", author)),
        ("cp:revision", str(properties.get("revision", 1))),
    )
    dates = "".join(
        f'<dcterms:{key} xsi:type="dcterms:W3CDTF">{isoformat(properties, key)}Z</dcterms:{key}>'
        for key in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields)
        + f"{dates}</cp:coreProperties>"
    )


def application() -> str:
    """docProps/app.xml, which names no program."""
    return f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties"></Properties>'


def relationships(targets: Iterable[tuple[str, str]]) -> str:
    """A .rels part: (kind, target) in order; the core properties have their own namespace."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_type(kind)}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def content_types(overrides: Iterable[tuple[str, str]]) -> str:
    """[Content_Types].xml: (part, media type) for each part."""
    rows = "".join(
        f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{rows}</Types>"
    )


def _type(kind: str) -> str:
    if kind == "core-properties":
        return f"{_PACKAGE}/relationships/metadata/core-properties"
    return f"{_OFFICE}/relationships/{kind}"
