"""Markdown to safe HTML, with drawn values and French typography."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from webapp.content.templates import MARK, Drawn
from webapp.content.typography import french

_TAGS = {
    *("p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "s"),
    *("h2", "h3", "h4", "a", "img", "div", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "th": {"scope", "class"},
    "td": {"class"},
    "ol": {"start"},
}
_TAG = re.compile(r"(<[^>]*>)")
_LITERAL = {"code", "pre"}


def html(drawn: Drawn) -> str:
    """A part as HTML: Markdown, cleaned, then its values escaped in their places."""
    if not drawn.text.strip():
        return ""
    return "".join(_set(_cleaned(drawn.text), drawn.values)).strip()


def line(drawn: Drawn) -> str:
    """A part as one line of plain text, for a heading."""
    return french(" ".join(drawn.filled().split()))


@lru_cache(maxsize=8192)
def _cleaned(text: str) -> str:
    """The clean HTML of a text with marks: the same for most draws of a part."""
    return nh3.clean(_MARKDOWN.render(text), tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)


def _set(cleaned: str, values: Sequence[str]) -> list[str]:
    """The pieces of the HTML with their values, text set in French everywhere but in code."""
    return [piece.text if not piece.drawn else _filled(piece, values) for piece in _pieces(cleaned)]


@dataclass(frozen=True)
class _Piece:
    """A tag, or a text between two; `drawn` when it holds marks: else it is ready."""

    text: str
    drawn: bool
    tag: bool
    literal: bool


@lru_cache(maxsize=8192)
def _pieces(cleaned: str) -> tuple[_Piece, ...]:
    """The same for every draw of a part: only what holds a mark is left to be set."""
    pieces, depth = list[_Piece](), 0
    for text in _TAG.split(cleaned):
        tag = text.startswith("<")
        depth += _step(text) if tag else 0
        drawn, literal = MARK.search(text) is not None, tag or depth > 0
        ready = text if drawn or literal else french(text)
        pieces.append(_Piece(ready, drawn, tag, literal))
    return tuple(pieces)


def _step(tag: str) -> int:
    name = tag.strip("</>").split()[0]
    if name not in _LITERAL:
        return 0
    return -1 if tag.startswith("</") else 1


def _filled(piece: _Piece, values: Sequence[str]) -> str:
    text = MARK.sub(lambda mark: escape(values[int(mark[1])], quote=piece.tag), piece.text)
    return text if piece.literal else french(text)


def _table_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """A table that scrolls alone on a narrow screen, reachable by keyboard."""
    return '<div class="table" role="group" tabindex="0" aria-label="Tableau"><table>\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"


def _cell_open(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """A cell whose alignment is a class: the pages allow no inline style."""
    token = tokens[index]
    style = str(token.attrs.pop("style", ""))
    if "right" in style or "center" in style:
        token.attrSet("class", "end" if "right" in style else "center")
    if token.tag == "th":
        token.attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, env)


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    markdown.add_render_rule("th_open", _cell_open)
    markdown.add_render_rule("td_open", _cell_open)
    return markdown


_MARKDOWN = _markdown()
