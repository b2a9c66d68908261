"""Figures of tutorials: SVG files beside them, set in the page, cleaned and named aloud."""

import re
from html import escape, unescape
from pathlib import Path
from xml.etree import ElementTree as Tree

from webapp.content.problems import BadContent, Problem
from webapp.content.reading import text_of

_IMAGE = re.compile(r"(?:<p>)?<img\b([^>]*)>(?:</p>)?")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_FILE = re.compile(r"^[a-z0-9-]+\.svg$")
_SPACE = "{http://www.w3.org/2000/svg}"
_TAGS = frozenset(
    (
        "svg",
        "g",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "path",
        "text",
        "tspan",
    )
)
_ATTRIBUTES = frozenset(
    (
        *("viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy"),
        *("r", "rx", "ry", "d", "points", "transform", "fill", "stroke", "stroke-width", "opacity"),
        *("stroke-linecap", "stroke-linejoin", "stroke-dasharray", "fill-opacity", "font-size"),
        *("font-weight", "text-anchor", "dominant-baseline"),
    )
)


def inlined(html: str, tutorial: Path) -> str:
    """The lesson with each picture replaced by the drawing of that name beside it.

    BadContent when a drawing is missing, has no description, or holds more than shapes and words.
    """
    return _IMAGE.sub(lambda image: _figure(image[1], tutorial), html)


def _figure(attributes: str, tutorial: Path) -> str:
    given = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    source, words = given.get("src", ""), given.get("alt", "").strip()
    if not _FILE.match(source):
        raise _fault(tutorial, source, "une figure est un fichier .svg à côté du tutoriel")
    if not words:
        raise _fault(tutorial, source, "une figure a une description entre crochets")
    drawing = tutorial.parent / source
    if not drawing.exists():
        raise _fault(tutorial, source, "ce fichier manque")
    return f'<figure class="figure">{_drawn(drawing, words)}</figure>'


def _drawn(path: Path, words: str) -> str:
    """The drawing as markup of our own: only shapes, only what draws them."""
    try:
        root = Tree.fromstring(path.read_bytes())  # noqa: S314 (our own file, of no DTD)
    except Tree.ParseError as error:
        raise BadContent((Problem(path, error.position[0], f"SVG illisible : {error}"),)) from error
    inside = "".join(_element(child, path) for child in root)
    own = _own(root, path)
    return (
        f'<svg role="img" aria-label="{escape(words)}"{own}>{escape(root.text or "")}{inside}</svg>'
    )


def _element(node: Tree.Element, path: Path) -> str:
    tag = node.tag.removeprefix(_SPACE)
    if tag not in _TAGS:
        raise BadContent((Problem(path, 1, f"<{tag}> n’a pas sa place dans une figure"),))
    inside = escape(node.text or "") + "".join(_element(child, path) for child in node)
    return f"<{tag}{_own(node, path)}>{inside}</{tag}>{escape(node.tail or '')}"


def _own(node: Tree.Element, path: Path) -> str:
    strange = sorted(set(node.attrib) - _ATTRIBUTES)
    if strange:
        message = f"attribut « {strange[0]} » : une figure ne garde que ce qui dessine"
        raise BadContent((Problem(path, 1, message),))
    return "".join(f' {name}="{escape(value)}"' for name, value in node.attrib.items())


def _fault(tutorial: Path, source: str, message: str) -> BadContent:
    lines = text_of(tutorial).splitlines()
    line = next((n for n, text in enumerate(lines, 1) if source and source in text), 1)
    return BadContent((Problem(tutorial, line, f"{source or 'image'} : {message}"),))
