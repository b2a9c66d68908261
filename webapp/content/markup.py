"""Markdown to safe HTML, with drawn values."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from webapp.content.templates import MARK, Drawn

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


def html(drawn: Drawn) -> str:
    """A part as HTML: Markdown, cleaned, then its values escaped in their places."""
    before, rest = _shape(drawn.text)
    values = drawn.values
    return "".join([text + escape(values[number], tag) for text, number, tag in before]) + rest


def line(drawn: Drawn) -> str:
    """A part as one line of plain text, for a heading."""
    return " ".join(drawn.filled().split())


@lru_cache(maxsize=8192)
def _shape(text: str) -> tuple[tuple[tuple[str, int, bool], ...], str]:
    """The clean HTML of a text with marks, the same for most draws of a part.

    What comes before each mark, its number, whether it stands in a tag; then the rest.
    """
    if not text.strip():
        return (), ""
    rendered = _MARKDOWN.render(text)
    cleaned = nh3.clean(rendered, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None).strip()
    *pieces, rest = MARK.split(cleaned)  # text, number, text, number, …, text
    before, tag = [], False
    for piece, number in zip(pieces[::2], pieces[1::2], strict=True):
        tag = piece.rfind("<") > piece.rfind(">") if "<" in piece or ">" in piece else tag
        before.append((piece, int(number), tag))
    return tuple(before), rest


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
    """A cell whose alignment is a class: the pages allow no inline style.

    The empty corner of a table heads nothing: it is an ordinary cell.
    """
    token, content, end = tokens[index : index + 3]
    if not content.content:
        token.tag = end.tag = "td"
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
