"""Reads TOML files and texts of the bank, and says on which line each fault stands."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from webapp.content import placing
from webapp.content.problems import BadContent, Problem
from webapp.content.wording import of_syntax, of_value

Schema = TypeVar("Schema", bound=BaseModel)
MISSING = "ce fichier manque"
_HEADING = re.compile(r"^# +(.+?) *$")
_FENCE = re.compile(r"^(```|~~~)")


def toml(path: Path, schema: type[Schema], text: str | None = None, *, offset: int = 0) -> Schema:
    """The validated content of a TOML file; BadContent with every fault and its line.

    `text` replaces the file's own text when it is only a part of it that starts after
    `offset` lines.
    """
    source = text_of(path) if text is None else text
    try:
        return schema.model_validate(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = int(line[1]) if line else source.rstrip().count("\n") + 1
        raise BadContent((Problem(path, at + offset, of_syntax(error)),)) from error
    except ValidationError as error:
        raise BadContent(_problems(path, source, error, offset)) from error


def text_of(path: Path) -> str:
    """What a file says, without the mark some editors put first.

    BadContent when it is missing, cannot be opened, or is not in UTF-8.
    """
    written = _bytes_of(path)
    try:
        return written.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise BadContent((Problem(path, line, "ce fichier n’est pas en UTF-8"),)) from error


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = MISSING if missing else "ce fichier ne s’ouvre pas"
        raise BadContent((Problem(path, 1, message),)) from error


def sections(path: Path) -> dict[str, tuple[int, str]]:
    """The parts of a text under each level-1 heading: title → (line of its first line, body).

    BadContent when the file cannot be read or a heading comes twice.
    """
    found: dict[str, tuple[int, str]] = {}
    title, start, lines, fenced = "", 1, list[str](), False
    doubled: list[Problem] = []
    for number, line in enumerate(text_of(path).splitlines(), start=1):
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading is None:
            lines.append(line)
            continue
        found[title] = (start, "\n".join(lines))
        if heading[1] in found:
            message = f"le titre « # {heading[1]} » est déjà plus haut"
            doubled.append(Problem(path, number, message))
        title, start, lines = heading[1], number + 1, []
    found[title] = (start, "\n".join(lines))
    if doubled:
        raise BadContent(tuple(doubled))
    if not found[""][1].strip():
        del found[""]
    return found


def front_matter(path: Path) -> tuple[str, str, int]:
    """The TOML between the two +++ lines, the text after them, and the line it starts on."""
    text = text_of(path)
    parts = re.split(r"^\+\+\+ *$\n?", text, maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0].strip():
        raise BadContent((Problem(path, 1, "l’en-tête doit tenir entre deux lignes +++"),))
    return parts[1], parts[2], 3 + parts[1].count("\n")


def _problems(path: Path, text: str, error: ValidationError, offset: int) -> tuple[Problem, ...]:
    return tuple(
        Problem(path, placing.line(text, fault["loc"], fault["input"]) + offset, of_value(fault))
        for fault in error.errors(include_url=False)
        if not _is_of_its_items(fault)
    )


def _is_of_its_items(fault: ErrorDetails) -> bool:
    """Whether a list is called short only because some of its items, told apart, are faulty."""
    return fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]
