"""Real files, the same bytes each time: a registry of builders by name.

A builder takes JSON arguments by keyword and gives bytes, without reading a clock, a random
source or the machine. Its module is imported the first time that one of its files is made.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

# Name of a builder → module of this package; the function has the builder's name.
BUILDERS: Mapping[str, str] = {
    **dict.fromkeys(("text", "csv", "json"), "texts"),
    **dict.fromkeys(("ods", "xlsx"), "spreadsheets"),
    **dict.fromkeys(("odt", "odp"), "opendocument"),
    "docx": "wordprocessing",
    "pdf": "portable",
    **dict.fromkeys(("jpg", "png"), "pictures"),
    "qr": "codes",
    **dict.fromkeys(("chart", "chart_svg"), "charts"),
    "svg": "vectors",
    **dict.fromkeys(("wav", "mp3"), "sounds"),
    "zip": "archives",
    "eml": "mails",
    "ics": "agendas",
    "vcf": "cards",
}


def build(builder: str, arguments: Mapping[str, Any]) -> bytes:
    """The bytes of a file; KeyError for an unknown builder, TypeError for bad arguments."""
    module = import_module(f"{__name__}.{BUILDERS[builder]}")
    made: bytes = getattr(module, builder)(**arguments)
    return made
