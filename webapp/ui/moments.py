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
    """« 10 h 42 », or « 10 h 42 min 07 s », the spaces unbreakable."""
    local = moment.astimezone(PARIS)
    said = wording.clock(local.isoformat())
    said += f" min {local:%S} s" if seconds else ""
    return said.replace(" ", FIXED)


def day(moment: datetime) -> str:
    """« lundi 23 novembre 2026 »."""
    local = moment.astimezone(PARIS)
    first = "1er" if local.day == 1 else str(local.day)
    return f"{DAYS[local.weekday()]} {first} {MONTHS[local.month - 1]} {local.year}"


def short_day(moment: datetime) -> str:
    """« 23/11/2026 »."""
    return moment.astimezone(PARIS).strftime("%d/%m/%Y")
