"""French typography: spaces that must not break, at the right width."""

import re
from functools import lru_cache

NARROW = "\u202f"  # before ; ! ? % and between thousands
NO_BREAK = "\u00a0"  # before : and », after «, between a number and its unit

_UNITS = (
    "h|min|s|ms|o|ko|Mo|Go|To|octets?|bits?|€|centimes?|km|m|cm|mm|kg|g|px|pixels?|ppp|V|W|kWh|Wh"
    "|mAh|kbit/s|Mbit/s|Gbit/s|Mo/s|°C|pages?|ans?|jours?|points?|images?|fichiers?|élèves?"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \u00a0\u202f]+(?=[;!?](?:\s|$|[)»\"”]))"), NARROW),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=%(?!\w))"), NARROW),
    (re.compile(r"[ \u202f](?=:(?:\s|$))"), NO_BREAK),
    (re.compile(r"(?<=«)[ \u202f]"), NO_BREAK),
    (re.compile(r"[ \u202f](?=»)"), NO_BREAK),
    (re.compile(r"(?<=\d) h (?=\d)"), f"{NO_BREAK}h{NO_BREAK}"),
    (re.compile(r"\b(\d{1,3}) (?=\d{3}\b)"), rf"\1{NARROW}"),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"), NO_BREAK),
)
# What every rule needs, so that one search spares most texts the eight.
_SPACED = re.compile(r"[ \u00a0\u202f](?=[;!?%:»])|(?<=«)[ \u202f]|\d[ \u00a0\u202f]")


@lru_cache(maxsize=4096)
def french(text: str) -> str:
    """The text with its ordinary spaces made unbreakable where French asks for it.

    Only spaces change, so that an address or a code that holds none stays itself.
    """
    if _SPACED.search(text) is None:
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
