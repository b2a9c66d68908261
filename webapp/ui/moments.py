"""Moments as they are said on screen, in the time of Paris."""

from datetime import datetime
from zoneinfo import ZoneInfo

from webapp.simulators import wording
from webapp.ui.typography import FIXED

PARIS = ZoneInfo("Europe/Paris")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def clock(moment: datetime, *, seconds: bool = False) -> str:
    """« 10 h 42 », its spaces unbreakable; to the second as a clock shows it: « 10:42:07 »."""
    local = moment.astimezone(PARIS)
    if seconds:
        return f"{local:%H:%M:%S}"
    return wording.clock(local.isoformat()).replace(" ", FIXED)


def day(moment: datetime) -> str:
    """« lundi 23 novembre 2026 »."""
    local = moment.astimezone(PARIS)
    first = "1er" if local.day == 1 else str(local.day)
    return f"{DAYS[local.weekday()]} {first} {MONTHS[local.month - 1]} {local.year}"


def short_day(moment: datetime) -> str:
    """« 23/11/2026 »."""
    return moment.astimezone(PARIS).strftime("%d/%m/%Y")
