"""The text of messages: paragraphs, links written `[words](address)`, quoted lines."""

import re
from dataclasses import dataclass

LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)(!?)")
FORWARDED = "---------- Message transféré ----------"


@dataclass(frozen=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Link:
    """A link: its number in the message, its words, its target; `button` is how it looks."""

    number: int
    text: str
    url: str
    button: bool


@dataclass(frozen=True)
class Paragraph:
    """Lines of words and links; `quoted` when it repeats another message."""

    lines: tuple[tuple[Words | Link, ...], ...]
    quoted: bool = False

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the paragraph, in order."""
        return tuple(each for line in self.lines for each in line if isinstance(each, Link))


def links(body: str) -> list[Link]:
    """All the links of a text; a link followed by « ! » looks like a button."""
    return [
        Link(number, found[1], found[2], bool(found[3]))
        for number, found in enumerate(LINK.finditer(body))
    ]


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """The text cut at empty lines, its links numbered from 0 over the whole text."""
    made: list[Paragraph] = []
    count = 0
    for block in re.split(r"\n\s*\n", body.strip("\n")):
        quoted = all(line.startswith(">") for line in block.split("\n"))
        lines = []
        for line in block.split("\n"):
            pieces = _pieces(line.removeprefix(">").strip() if quoted else line, first=count)
            count += sum(isinstance(piece, Link) for piece in pieces)
            lines.append(pieces)
        made.append(Paragraph(tuple(lines), quoted))
    return tuple(made)


def plain(body: str) -> str:
    """The text as a reader sees it, links replaced by their words."""
    return LINK.sub(r"\1", body)


def own_words(body: str) -> str:
    """What the writer wrote: without quoted lines nor the message forwarded below."""
    written = body.split(FORWARDED)[0]
    return "\n".join(line for line in written.split("\n") if not line.startswith(">"))


def _pieces(line: str, *, first: int) -> tuple[Words | Link, ...]:
    pieces: list[Words | Link] = []
    end = 0
    for number, found in enumerate(LINK.finditer(line), start=first):
        if found.start() > end:
            pieces.append(Words(line[end : found.start()]))
        pieces.append(Link(number, found[1], found[2], bool(found[3])))
        end = found.end()
    if end < len(line):
        pieces.append(Words(line[end:]))
    return tuple(pieces)
