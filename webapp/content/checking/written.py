"""What each file of a challenge has wrong by itself, whatever becomes of the others."""

from collections.abc import Iterator
from pathlib import Path

from webapp.content import reading
from webapp.content.checking import purity, tags
from webapp.content.checking.cases import CasesFile
from webapp.content.problems import Problem, collected
from webapp.content.templates import Texts


def problems(folder: Path) -> list[Problem]:
    """Every fault of the texts, the cases and the generator, without a draw."""
    found: list[Problem] = []
    for name in ("prompt.md", "explain.md"):
        with collected(found):
            found += _of_texts(Texts.of(folder / name))
    with collected(found):
        reading.toml(folder / "cases.toml", CasesFile)
    if (folder / "generate.py").exists():
        with collected(found):
            found += purity.problems(folder / "generate.py")
    return found


def _of_texts(texts: Texts) -> Iterator[Problem]:
    yield from texts.faults()
    yield from tags.problems(texts)
