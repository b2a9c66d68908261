"""SVG drawings without script."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr


def svg(*, width: int, height: int, shapes: Sequence[Mapping[str, Any]], title: str = "") -> bytes:
    """A drawing of shapes: {"tag": "rect", "text"?, "shapes"? (a group's), attribute: value…}."""
    inside = "".join(map(_element, shapes))
    named = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{named}{inside}</svg>\n'
    ).encode()


def _element(shape: Mapping[str, Any]) -> str:
    own = {"tag", "text", "shapes"}
    attributes = "".join(
        f" {name}={quoteattr(str(value))}" for name, value in shape.items() if name not in own
    )
    inside = escape(str(shape.get("text", ""))) + "".join(map(_element, shape.get("shapes", ())))
    tag = shape["tag"]
    if tag not in _TAGS:
        raise ValueError(f"not a tag of ours: {tag}")
    return f"<{tag}{attributes}>{inside}</{tag}>"


_TAGS = frozenset(
    ("g", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "title")
)
