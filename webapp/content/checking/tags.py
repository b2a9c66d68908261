"""HTML in a text: students would read it as it is written, since texts are Markdown."""

import re
from collections.abc import Iterator
from textwrap import shorten

from markdown_it import MarkdownIt
from markdown_it.token import Token

from webapp.content.problems import Problem
from webapp.content.templates import Texts

_NAMES = (
    "a|abbr|article|aside|audio|b|big|blockquote|body|br|button|caption|center|code|col|dd|del|"
    "details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|"
    "img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|option|p|pre|q|s|samp|script|section|"
    "select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|"
    "tfoot|th|thead|title|tr|tt|u|ul|var|video"
)
_TAG = re.compile(rf"<!--.*?-->|</?(?:{_NAMES})(?=[\s/>])[^>]*>", re.DOTALL | re.IGNORECASE)
_VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_DIRECTIVE = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


def problems(texts: Texts) -> Iterator[Problem]:
    """The first tag of each line that would be shown; names that are no HTML are only words."""
    for start, body in texts.parts.values():
        found: dict[int, str] = {}
        for line, tag in _tags(_undrawn(body)):
            found.setdefault(start + line, tag)
        for line, tag in found.items():
            message = (
                f"« {tag} » s’afficherait tel quel : écrivez en Markdown (et du code entre `…`)"
            )
            yield Problem(texts.path, line, message)


def _undrawn(body: str) -> str:
    """The same lines, a word for each value and nothing for what directs the draw."""
    body = _VALUE.sub(lambda found: "x" + "\n" * found[0].count("\n"), body)
    return _DIRECTIVE.sub(lambda found: "\n" * found[0].count("\n"), body)


def _tags(body: str) -> Iterator[tuple[int, str]]:
    """Each tag of HTML with its line, from 0."""
    for block in _MARKDOWN.parse(body):
        line = block.map[0] if block.map else 0
        for token in block.children or [block]:
            tag = _tag(token)
            if tag:
                yield line, tag
            line += token.type in ("softbreak", "hardbreak")


def _tag(token: Token) -> str | None:
    html = token.type in ("html_inline", "html_block")
    found = _TAG.search(token.content) if html else None
    return shorten(found[0], 60, placeholder="…") if found else None
