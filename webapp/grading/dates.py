"""Dates as people write them: 3 mars 2027, 03/03/2027, 2027-03-03, « mercredi 3 mars »."""

import re
from dataclasses import dataclass
from datetime import date

from webapp.grading.nearness import Nearness
from webapp.grading.words import folded

_MONTHS = (
    "janvier janv jan, fevrier fevr fev, mars mar, avril avr, mai, juin, juillet juil, aout, "
    "septembre sept sep, octobre oct, novembre nov, decembre dec"
)
_MONTH = {
    name: number for number, names in enumerate(_MONTHS.split(", "), 1) for name in names.split()
}
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY = re.compile(rf"^(?:le )?(?:({'|'.join(_DAYS)})[ ,]*)?(?:le )?")
_SPELLED = re.compile(r"([0-9]{1,2})(?: ?er)?[ -]?([a-z]+)\.?,?[ -]?([0-9]{4}|[0-9]{2})?")
_FIGURES = re.compile(r"([0-9]{1,2}) ?[/. -] ?([0-9]{1,2})(?: ?[/. -] ?([0-9]{4}|[0-9]{2}))?")
_ISO = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")

SAMPLE_LEAP_YEAR = 2028  # a day without a year may be 29 February


class NotADate(ValueError):
    """The text is not one date; the message, if any, says in French what is wrong with it."""


@dataclass(frozen=True)
class Day:
    """A day of the calendar; its year may be left unsaid."""

    day: int
    month: int
    year: int | None


def parsed(text: str) -> Day:
    """The date a person reads in a text; NotADate otherwise."""
    phrase = folded(text)
    match = _WEEKDAY.match(phrase)
    weekday = match[1] if match else None
    found = _day(phrase[match.end() :] if match else phrase)
    _check(found, weekday)
    return found


def nearness(typed: str, expected: str) -> Nearness | None:
    """The same day, or the same day with its year left unsaid on one side."""
    try:
        given, wanted = parsed(typed), parsed(expected)
    except NotADate:
        return None
    if (given.day, given.month) != (wanted.day, wanted.month):
        return None
    if given.year == wanted.year:
        return Nearness.SAME
    return Nearness.VAGUE if None in (given.year, wanted.year) else None


def _day(phrase: str) -> Day:
    if iso := _ISO.fullmatch(phrase):
        return Day(int(iso[3]), int(iso[2]), int(iso[1]))
    if figures := _FIGURES.fullmatch(phrase):
        return Day(int(figures[1]), int(figures[2]), _year(figures[3]))
    spelled = _SPELLED.fullmatch(phrase)
    if spelled is None or spelled[2] not in _MONTH:
        raise NotADate
    return Day(int(spelled[1]), _MONTH[spelled[2]], _year(spelled[3]))


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _check(found: Day, weekday: str | None) -> None:
    """The day exists, and falls on the weekday that was typed."""
    try:
        day = date(found.year or SAMPLE_LEAP_YEAR, found.month, found.day)
    except ValueError as error:
        raise NotADate("Cette date n’existe pas : vérifie le jour et le mois.") from error
    if weekday and found.year and _DAYS[day.weekday()] != weekday:
        raise NotADate("Le jour de la semaine et la date ne vont pas ensemble : vérifie-les.")
