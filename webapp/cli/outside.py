"""Outside files of the engine's commands: read whole, written whole, refused with reasons."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from webapp.engine.replay.problems import BadInput

READABLE = click.Path(exists=True, dir_okay=False, path_type=Path)
WRITABLE = click.Path(dir_okay=False, path_type=Path)


def text_of(path: Path) -> str:
    """The text of a file; refused when it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: not UTF-8 text ({error.reason})") from error


def refusal(path: Path, error: BadInput) -> click.ClickException:
    """Every fault of a file, as one refusal."""
    return click.ClickException("\n".join(f"{path}: {problem}" for problem in error.problems))


def write_lines(out: Path, lines: Iterable[str]) -> None:
    """All the lines, or nothing: the file takes its name once it is complete."""
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    finally:
        Path(name).unlink(missing_ok=True)
