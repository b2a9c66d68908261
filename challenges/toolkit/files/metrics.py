"""How wide the letters of Helvetica are, which every reader of PDF has; thousandths of the size."""

import unicodedata
from collections.abc import Iterator

# Widths of the signs from space to tilde, in their order.
_REGULAR = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_BOLD = (
    *(278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611),
    *(975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556),
    *(333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611),
    *(611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584),
)
_OTHERS = {
    "\u00a0": 278,
    "\u202f": 278,
    "’": 222,
    "•": 350,
    "°": 400,
    "…": 1000,
    "—": 1000,
    "œ": 944,
    "Œ": 1000,
    "æ": 889,
}
_USUAL = 556  # of every other sign: « » € – figures


def width(text: str, *, bold: bool = False) -> int:
    """The width of a line, in thousandths of the size of its letters."""
    table = _BOLD if bold else _REGULAR
    return sum(_sign(sign, table) for sign in text)


def wrapped(text: str, room: float, *, bold: bool = False) -> Iterator[str]:
    """The lines of a text in `room` thousandths; its own ends of line are kept."""
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, bold=bold) > room:
                yield line
                line = word
            else:
                line = longer
        yield line


def _sign(sign: str, table: tuple[int, ...]) -> int:
    """An accented letter is as wide as its letter."""
    base = unicodedata.normalize("NFD", sign)[0]
    if " " <= base <= "~":
        return table[ord(base) - 32]
    return _OTHERS.get(sign, _USUAL)
