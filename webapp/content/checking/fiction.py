"""No trade mark, no real address: names, domains, numbers are fictional."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from webapp.content.checking.examined import Examined
from webapp.content.problems import Problem
from webapp.content.reading import text_of
from webapp.domain import challenge as challenges

_TOP_LEVELS = (
    "fr|com|net|org|eu|io|info|be|ch|ca|uk|de|es|it|app|dev|edu|tv|me|co|biz|online|site|shop|xyz"
    "|pro|paris|bzh|alsace|corsica|tech|cloud|ai|gouv"
)
_DOMAIN = re.compile(rf"(?<![\w.-])(?:[\w-]+\.)+(?:{_TOP_LEVELS})(?![\w-]|\.\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])")
_FICTIONAL_NETWORKS = re.compile(
    r"192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|192\.168\.|10\.|127\.|172\.(?:1[6-9]|2\d|3[01])\.|0\."
    r"|255\."
)
_PHONE = re.compile(r"(?<!\d)0\d(?:[ .\u00a0\u202f]\d\d){4}(?!\d)")
_FICTIONAL_NUMBERS = ("01 99 00", "02 61 91", "03 53 01", "04 65 71", "05 36 49", "06 39 98")


def problems(examined: Examined) -> Iterator[Problem]:
    """Real names in the sources, real domains and numbers in what is drawn."""
    names = _pattern(examined.catalog.root / "trademarks.txt")
    for path in sorted(examined.path.glob("*.*")):
        if path.suffix in (".md", ".toml", ".py"):
            yield from _named(examined, path, names)
    allowed = examined.source.declared.domains
    seen: set[str] = set()
    for question in examined.questions:
        text = json.dumps(challenges.to_json(question), ensure_ascii=False)
        for message, found in strays(text, allowed):
            if found not in seen:
                seen.add(found)
                yield examined.where(found, f"{message} : {found}")


def strays(text: str, allowed: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Domains, IP addresses and telephone numbers that could belong to somebody."""
    for found in _DOMAIN.findall(text):
        if not any(found.lower() == own or found.lower().endswith(f".{own}") for own in allowed):
            yield "domaine hors de .example et .test", found
    for found in _ADDRESS.findall(text):
        if not _FICTIONAL_NETWORKS.match(found):
            yield "adresse IP hors des plages de documentation", found
    for found in _PHONE.findall(text):
        if not re.sub(r"[.\u00a0\u202f]", " ", found).startswith(_FICTIONAL_NUMBERS):
            yield "numéro de téléphone attribuable", found


def trademarks(text: str, root: Path) -> Iterator[tuple[int, str]]:
    """The trade marks of the list that a text names: (line, name)."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in _pattern(root / "trademarks.txt").findall(line):
            yield number, found


def _named(examined: Examined, path: Path, names: re.Pattern[str]) -> Iterator[Problem]:
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        for found in names.findall(line):
            yield examined.at(path.name, f"nom de marque : {found}", number)


@cache
def _pattern(path: Path) -> re.Pattern[str]:
    """The list as a pattern: one name a line, case kept, # for remarks."""
    lines = (line.split("#")[0].strip() for line in text_of(path).splitlines())
    names = "|".join(re.escape(line) for line in lines if line)
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")
