"""French words the environments share: dates, times, sizes, and text folded to be compared."""

import re
import unicodedata
from datetime import date, datetime

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin",
    "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
UNITS = ("octets", "ko", "Mo", "Go", "To")
FRENCH_DAY = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
FRENCH_TIME = re.compile(r"^(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})?$", re.IGNORECASE)
TIME_INSIDE = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s*(?:h(?:eures?)?|:)\s*([0-5]\d)?(?!\d)", re.I)


def day(moment: str) -> str:
    """« 7 janvier 2027 » of an ISO moment; « 1er » for the first."""
    at = datetime.fromisoformat(moment)
    return f"{_number(at)} {MONTHS[at.month - 1]} {at.year}"


def clock(moment: str) -> str:
    """« 9 h 05 » of an ISO moment."""
    at = datetime.fromisoformat(moment)
    return f"{at.hour} h {at.minute:02d}"


def moment(value: str) -> str:
    """« 7 janvier 2027 à 9 h 05 » of an ISO moment."""
    return f"{day(value)} à {clock(value)}"


def short_moment(value: str, *, now: str) -> str:
    """As lists of messages say it: « 09:12 », « Hier », « 7 janv. », « 7 janv. 2026 »."""
    at, today = datetime.fromisoformat(value), datetime.fromisoformat(now)
    days = (today.date() - at.date()).days
    if days == 0:
        return f"{at.hour:02d}:{at.minute:02d}"
    if days == 1:
        return "Hier"
    short = f"{_number(at)} {SHORT_MONTHS[at.month - 1]}"
    return short if at.year == today.year else f"{short} {at.year}"


def table_moment(value: str) -> str:
    """As tables of files say it, always of one width: « 07/01/2027 09:05 »."""
    return datetime.fromisoformat(value).strftime("%d/%m/%Y %H:%M")


def size(octets: int) -> str:
    """« 214 ko », « 3,4 Mo »: a unit is a thousand of the one below; at most one decimal."""
    value, unit = float(octets), 0
    while round(value, 1) >= 1000 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    shown = f"{value:.1f}".removesuffix(".0").replace(".", ",") if unit else str(octets)
    return f"{shown} {UNITS[unit] if octets > 1 or unit else 'octet'}"


def grouped(number: int) -> str:
    """« 3 400 000 », with narrow unbreakable spaces."""
    return f"{number:,}".replace(",", "\u202f")


def plural(count: int, one: str, many: str | None = None) -> str:
    """« 1 message », « 3 400 messages », « 0 message »."""
    return f"{grouped(count)} {one if count < 2 else many or one + 's'}"


def read_day(typed: str) -> str | None:
    """The ISO day of « 2027-01-07 » or « 07/01/2027 », None when it is not a day."""
    found = FRENCH_DAY.match(typed.strip())
    parts = (found[3], found[2], found[1]) if found else tuple(typed.strip().split("-"))
    try:
        year, month, number = (int(part) for part in parts)
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def read_time(typed: str) -> str | None:
    """« 18:15 » of « 18:15 », « 18h15 », « 18 h »; None when it is not a time of day."""
    found = FRENCH_TIME.match(folded(typed))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"


def times_in(text: str) -> frozenset[str]:
    """Every time of day a text names, as « 18:15 »; « 18 h » is « 18:00 »."""
    found = TIME_INSIDE.findall(folded(text))
    return frozenset(f"{int(hour):02d}:{int(minute or 0):02d}" for hour, minute in found)


def folded(text: str) -> str:
    """Case, accents, kinds of spaces and apostrophes set aside: to compare what people type."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.split())


def sort_key(text: str) -> tuple[str, str]:
    """French alphabetical order: accents and case count only between equals."""
    return folded(text), text


def _number(at: datetime) -> str:
    return "1er" if at.day == 1 else str(at.day)
