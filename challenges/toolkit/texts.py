"""French in figures: dates, hours, numbers, sizes, lists, plurals."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
# Public holidays of the year of our dates, Monday to Friday, the moving ones included.
HOLIDAYS = frozenset(
    date(2027, month, day)
    for month, day in ((1, 1), (3, 29), (5, 6), (5, 17), (7, 14), (11, 1), (11, 11))
)
UNITS = ("octet", "ko", "Mo", "Go", "To")
_NEXT = Decimal("999.95")  # of a unit: with one decimal, a thousand
_NARROW, _NO_BREAK = "\u202f", "\u00a0"


def listed(items: Sequence[str], last: str = "et") -> str:
    """« a, b et c »; ValueError when there is nothing to list."""
    if not items:
        raise ValueError("nothing to list")
    *others, end = items
    return f"{', '.join(others)} {last} {end}" if others else end


def plural(count: int, one: str, many: str | None = None) -> str:
    """« 1 image », « 3 images »: the count and its noun; zero is singular, as in French."""
    word = one if abs(count) < 2 else many or f"{one}s"
    return f"{number(count)}{_NO_BREAK}{word}"


def number(value: Decimal | float, decimals: int | None = None) -> str:
    """« 1 200,5 »: comma, narrow spaces between thousands, a true minus sign.

    `decimals` fixes the figures after the comma; without it none is added or lost.
    """
    exact = Decimal(str(value))
    text = f"{exact:,f}" if decimals is None else f"{exact:,.{decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", _NARROW).replace(".", ",").replace("-", "−")


def euros(value: Decimal | float) -> str:
    """« 7,50 € », « 40 € »: two decimals unless whole."""
    exact = Decimal(str(value))
    return f"{number(exact, 0 if exact == exact.to_integral() else 2)}{_NO_BREAK}€"


def size(octets: int) -> str:
    """« 900 octets », « 3,4 Mo »: at most one decimal, a thousand of each makes the next."""
    if octets < 1000:
        return plural(octets, "octet")
    value, unit = Decimal(octets), 0
    while value >= _NEXT and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{number(value.quantize(Decimal('0.1')))}{_NO_BREAK}{UNITS[unit]}"


def day(when: date, *, weekday: bool = True, year: bool = False) -> str:
    """« jeudi 14 janvier » or « 1er mars 2027 »."""
    numeral = "1er" if when.day == 1 else str(when.day)
    words = [numeral, MONTHS[when.month - 1]]
    if weekday:
        words.insert(0, DAYS[when.weekday()])
    if year:
        words.append(str(when.year))
    return _NO_BREAK.join(words)


def short_day(when: date) -> str:
    """« 14/01/2027 »."""
    return f"{when:%d/%m/%Y}"


def hour(hours: int, minutes: int = 0) -> str:
    """« 18 h 15 », « 9 h »."""
    tail = f"{_NO_BREAK}{minutes:02d}" if minutes else ""
    return f"{hours}{_NO_BREAK}h{tail}"


def school_day(rng: Random, *, first: date = date(2027, 1, 4), weeks: int = 20) -> date:
    """A day from Monday to Friday within `weeks` weeks of `first`."""
    monday = first - timedelta(days=first.weekday())
    return monday + timedelta(weeks=rng.randrange(weeks), days=rng.randrange(5))


def capitalised(text: str) -> str:
    """The first letter in upper case, the others as they are."""
    return text[:1].upper() + text[1:]


def tree(paths: Sequence[str]) -> str:
    """Files by their paths (« a/b/c.txt ») as lines, each indented under the folder it is in."""
    lines: dict[str, str] = {}
    for path in sorted(paths):
        parts = path.split("/")
        for depth, name in enumerate(parts):
            mark = "/" if depth < len(parts) - 1 else ""
            lines.setdefault("/".join(parts[: depth + 1]), f"{'    ' * depth}{name}{mark}")
    return "\n".join(lines.values())
