"""Charts: bars, lines, slices, with an axis that may be made to mislead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, log10, pi, sin
from typing import Any

from challenges.toolkit import texts
from challenges.toolkit.files.canvas import Canvas, Pixels, Point, Vectors

_WIDTH, _HEIGHT = 720, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 20, 60, 80
_WORDS = 22  # the size of letters: a chart is read on a telephone, at two fifths of its width
_COLOURS = ("#2f5fb3", "#c4562f", "#2d7f5e", "#8a4fa3", "#b58a14", "#4c6272")


def chart(**arguments: Any) -> bytes:
    """A chart in PNG; the arguments of `chart_svg`."""
    return _draw(Pixels(_WIDTH, _HEIGHT), _Chart(**arguments))


def chart_svg(**arguments: Any) -> bytes:
    """A chart in SVG: kind (bar, line, pie), labels, series [{"name", "values"}…].

    Optional: title, unit (beside the figures), low and high (ends of the axis: a cut axis is a
    known trap), values (true writes each figure above its bar).
    """
    return _draw(Vectors(_WIDTH, _HEIGHT), _Chart(**arguments))


@dataclass(frozen=True)
class _Chart:
    """What is drawn, and where a value stands on the page."""

    kind: str
    labels: Sequence[str]
    series: Sequence[Mapping[str, Any]]
    title: str = ""
    unit: str = ""
    low: float = 0.0
    high: float | None = None
    values: bool = False

    @property
    def top(self) -> float:
        """The upper end of the axis, round."""
        most = max(value for row in self.series for value in row["values"])
        return self.high if self.high is not None else self.low + _ceiling(most - self.low)

    def x(self, slot: float) -> float:
        """The abscissa of a position counted in labels."""
        return _LEFT + slot * (_WIDTH - _LEFT - _RIGHT) / len(self.labels)

    def y(self, value: float) -> float:
        """The ordinate of a value."""
        share = (value - self.low) / (self.top - self.low)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)

    def shown(self, value: float) -> str:
        """A value and its unit."""
        return f"{texts.number(round(value, 6))} {self.unit}".strip()


def _draw(canvas: Canvas, chart: _Chart) -> bytes:
    canvas.text((_WIDTH / 2, 34), chart.title, anchor="middle", size=26)
    if chart.kind == "pie":
        _slices(canvas, chart)
        return canvas.bytes()
    _axes(canvas, chart)
    for index, row in enumerate(chart.series):
        colour = _COLOURS[index % len(_COLOURS)]
        (_bars if chart.kind == "bar" else _curve)(canvas, chart, row["values"], index, colour)
    if len(chart.series) > 1:
        _legend(canvas, [row["name"] for row in chart.series], _LEFT, _HEIGHT - 16)
    return canvas.bytes()


def _axes(canvas: Canvas, chart: _Chart) -> None:
    for step in range(6):
        value = chart.low + (chart.top - chart.low) * step / 5
        y = chart.y(value)
        canvas.line([(_LEFT, y), (_WIDTH - _RIGHT, y)], colour="#d5d8de")
        canvas.text((_LEFT - 8, y + 8), chart.shown(value), anchor="end", size=_WORDS)
    base = chart.y(chart.low)
    canvas.line([(_LEFT, base), (_WIDTH - _RIGHT, base)], width=2)
    for slot, label in enumerate(chart.labels):
        canvas.text((chart.x(slot + 0.5), base + 27), label, anchor="middle", size=_WORDS)


def _bars(canvas: Canvas, chart: _Chart, values: Sequence[float], index: int, colour: str) -> None:
    count = len(chart.series)
    for slot, value in enumerate(values):
        left = chart.x(slot + 0.15 + 0.7 * index / count)
        right = chart.x(slot + 0.15 + 0.7 * (index + 1) / count) - 2
        canvas.rectangle((left, chart.y(value)), (right, chart.y(chart.low)), colour)
        if chart.values:
            middle = (left + right) / 2
            canvas.text((middle, chart.y(value) - 6), chart.shown(value), anchor="middle", size=18)


def _curve(canvas: Canvas, chart: _Chart, values: Sequence[float], index: int, colour: str) -> None:
    points: list[Point] = [(chart.x(n + 0.5), chart.y(value)) for n, value in enumerate(values)]
    canvas.line(points, colour=colour, width=3)
    for x, y in points:
        canvas.rectangle((x - 4, y - 4), (x + 4, y + 4), colour)


def _slices(canvas: Canvas, chart: _Chart) -> None:
    values = chart.series[0]["values"]
    centre, radius, turned = (240.0, 250.0), 160, 0.0
    for index, value in enumerate(values):
        share = value / sum(values)
        arc = [turned + share * n / 60 for n in range(61)]
        rim = [
            (centre[0] + radius * sin(2 * pi * t), centre[1] - radius * cos(2 * pi * t))
            for t in arc
        ]
        canvas.polygon([centre, *rim], _COLOURS[index % len(_COLOURS)])
        turned += share
    for index, label in enumerate(chart.labels):
        named = f"{label} : {chart.shown(values[index])}" if chart.values else label
        _legend(canvas, [named], 440, 140 + 32 * index, first=index)


def _legend(canvas: Canvas, names: Sequence[str], x: float, y: float, *, first: int = 0) -> None:
    for index, name in enumerate(names):
        colour = _COLOURS[(first + index) % len(_COLOURS)]
        canvas.rectangle((x, y - 17), (x + 20, y + 3), colour)
        canvas.text((x + 28, y), name, size=_WORDS)
        x += 60 + 13 * len(name)


def _ceiling(value: float) -> float:
    """The next number that divides well in five."""
    if value <= 0:
        return 1.0
    scale = 10.0 ** floor(log10(value))
    for step in (1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10):
        if value <= step * scale:
            return step * scale
    return ceil(value)
