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
    values = drawn.values
    pieces = [each if isinstance(each, str) else each.html(values) for each in _pieces(drawn.text)]
    return "".join(pieces).strip()


def line(drawn: Drawn) -> str:
    """A part as one line of plain text, for a heading."""
    return french(" ".join(drawn.filled().split()))


@dataclass(frozen=True)
class _Drawn:
    """A tag, or the text between two, where values are drawn: what comes before each, and after.

    `ready` when it is not to be set in French: tags and code.
    """

    before: tuple[tuple[str, int], ...]
    after: str
    tag: bool
    ready: bool

    def html(self, values: Sequence[str]) -> str:
        """The piece with its values, text set in French everywhere but in code."""
        quote = self.tag
        parts = [text + escape(values[number], quote) for text, number in self.before]
        text = "".join(parts) + self.after
        return text if self.ready else french(text)


@lru_cache(maxsize=8192)
def _pieces(text: str) -> tuple[str | _Drawn, ...]:
    """The clean HTML of a text with marks, in pieces: the same for most draws of a part.

    Only what holds a mark is left to be set; all that is between two of them is one piece.
    """
    if not text.strip():
        return ()
    cleaned = nh3.clean(
        _MARKDOWN.render(text), tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None
    )
    pieces, depth = list[str | _Drawn](), 0
    for piece in _TAG.split(cleaned):
        tag = piece.startswith("<")
        depth += _step(piece) if tag else 0
        ready = tag or depth > 0
        if MARK.search(piece):
            pieces.append(_drawn(piece, tag=tag, ready=ready))
            continue
        before = pieces.pop() if pieces and isinstance(pieces[-1], str) else ""
        pieces.append(f"{before}{piece if ready else french(piece)}")
    return tuple(pieces)


def _drawn(piece: str, *, tag: bool, ready: bool) -> _Drawn:
    *before, after = MARK.split(piece)  # text, number, text, number, …, text
    numbers = [int(each) for each in before[1::2]]
    return _Drawn(tuple(zip(before[::2], numbers, strict=True)), after, tag, ready)


def _step(tag: str) -> int:
    name = tag.strip("</>").split()[0]
    if name not in _LITERAL:
        return 0
    return -1 if tag.startswith("</") else 1


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
