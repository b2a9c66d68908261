"""The study as pictures: small SVG documents, readable on light and dark pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from webapp.engine.study.tasks import END, Row
from webapp.engine.study.worlds import WORLDS

WIDTH, HEIGHT = 640, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 40, 56
COLOURS = ("#1b6ca8", "#c2571a", "#2e7d32", "#7b3fa0", "#8a6d00", "#b3261e")

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Axis:
    """A title, its range and its marks."""

    title: str
    low: float
    high: float
    marks: Sequence[float]
    form: str = "{:g}"


def plots(rows: Sequence[Row]) -> dict[str, str]:
    """The pictures by file name; those whose rows are missing are left out."""
    found = {f"error-{world}.svg": _errors(rows, world) for world in WORLDS}
    found["coverage.svg"] = _coverage(rows)
    found["calibration.svg"] = _calibration(rows)
    found["exposure.svg"] = _exposure(rows)
    return {name: picture for name, picture in found.items() if picture}


def chart(
    title: str, x: Axis, y: Axis, lines: Mapping[str, Points], *, legend_below: bool = False
) -> str:
    """A line chart; each line has its colour, its points and its name in the legend.

    The legend stands at the top, or below when the lines are at the top.
    """
    top = HEIGHT - BOTTOM - 17 * len(lines) if legend_below else TOP + 14
    body = [_frame(title, x, y)]
    for number, (name, points) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        body.append(_line(points, x, y, colour))
        body.append(_legend(name, top + 17 * number, colour))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="img" font-family="sans-serif" font-size="13"><title>{escape(title)}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>{"".join(body)}</svg>\n'
    )


def _errors(rows: Sequence[Row], world: str) -> str:
    lines: dict[str, Points] = {
        row.task.method: [(n, one.rmse) for n, one in row.quality.items() if n != END]
        for row in rows
        if (row.task.world, row.task.bank) == (world, "blueprint") and row.task.method != "ladder"
    }
    if not lines:
        return ""
    high = max(length for points in lines.values() for length, _ in points)
    x = Axis("questions", 0, high, [n for n in (20, 40, 60, 80, 100, 170) if n <= high])
    y = Axis("level RMSE", 0, 1.4, (0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4), "{:.1f}")
    return chart(f"Error of a level, {world} world", x, y, lines)


def _coverage(rows: Sequence[Row]) -> str:
    lines: dict[str, Points] = {
        f"{row.task.world}, {row.task.method}": [
            (n, one.coverage) for n, one in row.quality.items() if one.coverage is not None
        ]
        for row in rows
        if row.task.bank == "blueprint" and row.task.method in ("ours", "ours, both")
    }
    x = Axis("questions", 0, 180, (20, 40, 60, 80, 100, 170))
    y = Axis("levels inside their band", 0.7, 1, (0.7, 0.8, 0.85, 0.9, 0.97, 1.0), "{:.2f}")
    return chart("Coverage of the bands", x, y, lines, legend_below=True) if lines else ""


def _calibration(rows: Sequence[Row]) -> str:
    lines: dict[str, Points] = {
        row.task.world: [(one.expected, one.right) for one in row.calibration]
        for row in rows
        if row.task.bank == "blueprint" and row.task.method == "ours, both"
    }
    marks = (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    x = Axis("expected chance of a right answer", 0, 1, marks, "{:.1f}")
    y = Axis("right answers", 0, 1, marks, "{:.1f}")
    perfect: dict[str, Points] = {"as expected": [(0, 0), (1, 1)]}
    title = "Calibration of the chances"
    return chart(title, x, y, lines | perfect, legend_below=True) if lines else ""


def _exposure(rows: Sequence[Row]) -> str:
    lines: dict[str, Points] = {
        row.task.method: list(enumerate(row.exposures))[::8]
        for row in rows
        if (row.task.bank, row.task.world) == ("blueprint", "logistic") and row.success
    }
    x = Axis("items, most given first", 0, 888, (0, 200, 400, 600, 800))
    y = Axis("share of the students", 0, 1, (0, 0.22, 0.4, 0.6, 0.8, 1.0), "{:.2f}")
    return chart("Exposure of the items", x, y, lines) if lines else ""


def _frame(title: str, x: Axis, y: Axis) -> str:
    base, end = HEIGHT - BOTTOM, WIDTH - RIGHT
    parts = [f'<text x="{LEFT}" y="24" font-size="16" fill="#1a1a1a">{escape(title)}</text>']
    for mark in y.marks:
        at = _down(mark, y)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{end}" stroke="#d9d9d9"/>')
        parts.append(_text(LEFT - 8, at + 4, y.form.format(mark), "end"))
    for mark in x.marks:
        parts.append(_text(_across(mark, x), base + 18, x.form.format(mark), "middle"))
    middle = (LEFT + end) / 2
    parts.append(f'<path d="M{LEFT} {TOP}V{base}H{end}" fill="none" stroke="#1a1a1a"/>')
    parts.append(_text(middle, HEIGHT - 14, x.title, "middle"))
    turned = f'transform="rotate(-90 16 {(TOP + base) / 2:.0f})"'
    parts.append(_text(16, (TOP + base) / 2, y.title, "middle", turned))
    return "".join(parts)


def _line(points: Points, x: Axis, y: Axis, colour: str) -> str:
    places = [f"{_across(a, x):.1f},{_down(b, y):.1f}" for a, b in points]
    dots = "".join(
        f'<circle cx="{place.split(",")[0]}" cy="{place.split(",")[1]}" r="3" fill="{colour}"/>'
        for place in (places if len(places) <= 20 else [])
    )
    joined = " ".join(places)
    return f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'


def _legend(name: str, at: int, colour: str) -> str:
    left = WIDTH - RIGHT - 170
    mark = f'<path d="M{left} {at - 4}h22" stroke="{colour}" stroke-width="3"/>'
    return mark + _text(left + 28, at, name, "start")


def _text(x: float, y: float, words: str, anchor: str, more: str = "") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#1a1a1a" {more}>'
        f"{escape(words)}</text>"
    )


def _across(value: float, axis: Axis) -> float:
    share = (value - axis.low) / (axis.high - axis.low)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _down(value: float, axis: Axis) -> float:
    share = (min(max(value, axis.low), axis.high) - axis.low) / (axis.high - axis.low)
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
