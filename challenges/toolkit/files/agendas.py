"""Calendars (iCalendar, RFC 5545)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from challenges.toolkit.files.folding import line

_STAMP = "20270104T080000Z"


def ics(*, events: Sequence[Mapping[str, Any]], name: str = "") -> bytes:
    """Events: {"uid", "summary", "start", "end"} and "location", "description", "rule", "except".

    « 2027-03-18 » is a whole day (the end is not in it); « 2027-03-18T14:30 » is a local time,
    in the event's "timezone" when it has one, written in UTC: no reader can misplace it.
    `rule` is an RRULE; it keeps the local time, so that a repeated event has no "timezone".
    """
    lines = [
        line("BEGIN", "VCALENDAR"),
        line("VERSION", "2.0"),
        line("PRODID", "-//Azimut//Agenda//FR"),
        *([line("X-WR-CALNAME", name)] if name else []),
        *(written for event in events for written in _event(event)),
        line("END", "VCALENDAR"),
    ]
    return "".join(lines).encode()


def _event(event: Mapping[str, Any]) -> list[str]:
    zone = event.get("timezone")
    lines = [
        line("BEGIN", "VEVENT"),
        line("UID", event["uid"]),
        line("DTSTAMP", _STAMP),
        _moment("DTSTART", event["start"], zone),
        _moment("DTEND", event["end"], zone),
        line("SUMMARY", event["summary"]),
    ]
    lines += [
        line(key.upper(), event[key]) for key in ("location", "description") if event.get(key)
    ]
    if event.get("rule"):
        lines.append(line("RRULE", event["rule"], raw=True))
    lines += [_moment("EXDATE", left_out, zone) for left_out in event.get("except", ())]
    return [*lines, line("END", "VEVENT")]


def _moment(name: str, text: str, zone: str | None) -> str:
    if "T" not in text:
        return line(f"{name};VALUE=DATE", f"{date.fromisoformat(text):%Y%m%d}")
    when = datetime.fromisoformat(text)
    if zone is None:
        return line(name, f"{when:%Y%m%dT%H%M%S}")
    there = when.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    return line(name, f"{there:%Y%m%dT%H%M%SZ}")
