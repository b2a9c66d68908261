"""Outside files of the engine's commands: read whole, written whole, refused with reasons."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

import click

from webapp.engine.replay.problems import BadInput, Problem

READABLE = click.Path(exists=True, dir_okay=False, path_type=Path)
WRITABLE = click.Path(dir_okay=False, path_type=Path)


def text_of(path: Path) -> str:
    """The text of a file, without the mark some systems begin it with; refused when not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(line, "(document)", "this is not UTF-8 text")
        raise refusal(path, BadInput([problem])) from error


def refusal(path: Path, error: BadInput) -> click.ClickException:
    """Every fault of a file, as one refusal."""
    return click.ClickException("\n".join(f"{path}: {problem}" for problem in error.problems))


def write_lines(files: Mapping[Path, Iterable[str]]) -> None:
    """All the lines of all these files, or nothing.

    They take their names once they are all complete; a device or a pipe is written to.
    """
    with ExitStack() as stack:
        complete = []
        for out, lines in files.items():
            try:
                complete.append((_complete(out, lines, stack), out))
            except OSError as error:
                raise click.ClickException(f"{out}: {error.strerror}") from error
        for name, out in complete:
            _deliver(name, out)


def _complete(out: Path, lines: Iterable[str], stack: ExitStack) -> Path:
    """A file beside `out` with these lines, gone when the stack is left."""
    folder = None if _is_device(out) else out.resolve().parent
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{out.name}.")
    stack.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    Path(name).chmod(0o644)
    return Path(name)


def _deliver(name: Path, out: Path) -> None:
    if not _is_device(out):
        name.replace(out.resolve())
        return
    with name.open("rb") as source, out.open("wb") as target:
        shutil.copyfileobj(source, target)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()
