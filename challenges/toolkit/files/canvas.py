"""A drawing surface with two bodies: pixels (PNG) and vectors (SVG)."""

import io
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, Protocol
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
INK = "#22252e"
_FONT = Path(__file__).parent / "fonts" / "atkinson.ttf"


class Canvas(Protocol):
    """What a chart needs to draw; units are pixels, the origin is the top left corner."""

    def rectangle(self, start: Point, end: Point, fill: str) -> None:
        """A filled rectangle between two corners."""

    def line(self, points: list[Point], *, colour: str = INK, width: int = 1) -> None:
        """A broken line."""

    def polygon(self, points: list[Point], fill: str) -> None:
        """A filled polygon."""

    def text(self, at: Point, words: str, *, anchor: Anchor = "start", size: int = 16) -> None:
        """Words whose baseline starts, is centred, or ends at a point."""

    def bytes(self) -> bytes:
        """The file."""


class Pixels:
    """A PNG picture."""

    def __init__(self, width: int, height: int) -> None:
        self._picture = Image.new("RGB", (width, height), "#ffffff")
        self._draw = ImageDraw.Draw(self._picture)

    def rectangle(self, start: Point, end: Point, fill: str) -> None:
        """A filled rectangle between two corners."""
        (left, top), (right, bottom) = start, end
        corners = (min(left, right), min(top, bottom), max(left, right), max(top, bottom))
        self._draw.rectangle(corners, fill=fill)

    def line(self, points: list[Point], *, colour: str = INK, width: int = 1) -> None:
        """A broken line."""
        self._draw.line(points, fill=colour, width=width, joint="curve")

    def polygon(self, points: list[Point], fill: str) -> None:
        """A filled polygon."""
        self._draw.polygon(points, fill=fill)

    def text(self, at: Point, words: str, *, anchor: Anchor = "start", size: int = 16) -> None:
        """Words whose baseline starts, is centred, or ends at a point."""
        where = {"start": "ls", "middle": "ms", "end": "rs"}[anchor]
        self._draw.text(at, words, fill=INK, font=font(size), anchor=where)

    def bytes(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self._picture.save(stream, "PNG", compress_level=6)
        return stream.getvalue()


@dataclass
class Vectors:
    """An SVG picture."""

    width: int
    height: int
    parts: list[str] = field(default_factory=list)

    def rectangle(self, start: Point, end: Point, fill: str) -> None:
        """A filled rectangle between two corners."""
        (left, top), (right, bottom) = start, end
        x, y = min(left, right), min(top, bottom)
        wide, high = abs(right - left), abs(bottom - top)
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{fill}"/>'
        )

    def line(self, points: list[Point], *, colour: str = INK, width: int = 1) -> None:
        """A broken line."""
        self.parts.append(
            f'<polyline points="{_listed(points)}" fill="none" stroke="{colour}" '
            f'stroke-width="{width}"/>'
        )

    def polygon(self, points: list[Point], fill: str) -> None:
        """A filled polygon."""
        self.parts.append(f'<polygon points="{_listed(points)}" fill="{fill}"/>')

    def text(self, at: Point, words: str, *, anchor: Anchor = "start", size: int = 16) -> None:
        """Words whose baseline starts, is centred, or ends at a point."""
        self.parts.append(
            f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}" font-size="{size}" '
            f'font-family="sans-serif" fill="{INK}">{escape(words)}</text>'
        )

    def bytes(self) -> bytes:
        """The file."""
        background = f'<rect width="{self.width}" height="{self.height}" fill="#ffffff"/>'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}">{background}{"".join(self.parts)}</svg>\n'
        ).encode()


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font of our pictures, at a size in pixels."""
    return ImageFont.truetype(_FONT, size)


def _listed(points: list[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
