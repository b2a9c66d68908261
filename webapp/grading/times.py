"""Times of day as people write them: 9h, 9 h 05, 09:05, « 9 heures 5 », midi."""

import re

from webapp.grading.nearness import Nearness
from webapp.grading.words import folded

_NAMED = {"midi": 12, "minuit": 0}
_HALVES = {"et demie": 30, "et demi": 30, "et quart": 15, "trois quarts": 45, "et trois quarts": 45}
_PREFIX = re.compile(r"^(?:a|vers|pour|il est) +")
_CLOCK = re.compile(
    r"([0-9]{1,2}) ?(?:(?:h|hs|hr|heures?)(?: |$)?| ?[:.] ?(?=[0-9]{2}))"
    r" ?(?:et )?(?:([0-9]{1,2}) ?(?:min|mn|minutes?|m)?)?"
    r"(?: ?(?:et|:)? ?([0-9]{1,2}) ?(?:s|sec|secondes?)?)?"
)
_HOUR_ONLY = re.compile(r"([0-9]{1,2})")
_ENGLISH = re.compile(r"(.+?) ?([ap])\.? ?m\.?")
_MOMENT = re.compile(r"(.+?) (du matin|de l'apres-midi|de l'apres midi|du soir|de la nuit)")


def parsed(text: str) -> int | None:
    """The number of seconds since midnight, or None when no time can be read."""
    phrase = _PREFIX.sub("", folded(text), count=1)
    if english := _ENGLISH.fullmatch(phrase):
        return _afternoon(_clock(english[1]), later=english[2] == "p", noon_is_zero=True)
    if moment := _MOMENT.fullmatch(phrase):
        return _afternoon(_clock(moment[1]), later="midi" in moment[2] or "soir" in moment[2])
    return _clock(phrase)


def nearness(typed: str, expected: str) -> Nearness | None:
    """Two times are the same or they are not."""
    time = parsed(typed)
    return Nearness.SAME if time is not None and time == parsed(expected) else None


def _clock(phrase: str) -> int | None:
    for words, minutes in _HALVES.items():
        if phrase.endswith(f" {words}"):
            start = _clock(phrase.removesuffix(words).strip())
            return None if start is None or start % 3600 else start + minutes * 60
    if phrase in _NAMED:
        return _NAMED[phrase] * 3600
    match = _CLOCK.fullmatch(phrase) or _HOUR_ONLY.fullmatch(phrase)
    return None if match is None else _seconds(*(int(part or 0) for part in match.groups()))


def _seconds(hours: int, minutes: int = 0, seconds: int = 0) -> int | None:
    if (hours, minutes, seconds) == (24, 0, 0):
        return 0
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    return hours * 3600 + minutes * 60 + seconds


def _afternoon(time: int | None, *, later: bool, noon_is_zero: bool = False) -> int | None:
    """« 7 h du soir » is 19 h; « 12 am » is midnight."""
    if time is None:
        return None
    half = 12 * 3600
    if noon_is_zero and half <= time < half + 3600:
        time -= half
    return time + half if later and time < half else time
