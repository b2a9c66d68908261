"""Blocks of a text document, the same for ODT, DOCX and PDF.

{"heading": "…", "level": 1}, {"text": "…", "bold": true, "style": "…"}, {"list": ["…"]},
{"table": [["…"]]}, {"page_break": true}.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Block:
    """One block; `rows` holds the items of a list (one cell each) or the cells of a table."""

    kind: Literal["heading", "text", "list", "table", "page_break"]
    text: str = ""
    level: int = 1
    bold: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(listed: Iterable[Mapping[str, Any]]) -> list[Block]:
    """The blocks of a recipe; ValueError for one that is none of the five."""
    return [_block(each) for each in listed]


def _block(each: Mapping[str, Any]) -> Block:
    if "heading" in each:
        return Block("heading", each["heading"], level=each.get("level", 1))
    if "text" in each:
        return Block("text", each["text"], bold=each.get("bold", False))
    if "list" in each:
        return Block("list", rows=tuple((item,) for item in each["list"]))
    if "table" in each:
        return Block("table", rows=tuple(tuple(map(str, row)) for row in each["table"]))
    if each.get("page_break"):
        return Block("page_break")
    raise ValueError(f"not a block: {each}")
