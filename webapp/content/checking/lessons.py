"""Tutorials: of the plan, in good French, naming only what exists, read in the time they say."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from webapp.content import loader, placing
from webapp.content.catalog import Catalog
from webapp.content.checking import fiction, french, tags
from webapp.content.checking.blueprint import Blueprint
from webapp.content.checking.examined import words
from webapp.content.problems import Problem
from webapp.content.reading import front_matter, text_of
from webapp.content.showing import plain
from webapp.content.templates import Texts
from webapp.domain.tutorial import Tutorial

WORDS_A_MINUTE = 180
QUESTIONS = 3  # of the self-check
_CODE = re.compile(r"<(pre|code)>.*?</\1>", re.DOTALL)


def problems(catalog: Catalog, plan: Blueprint) -> Iterator[Problem]:
    """The faults of every tutorial, with file and line."""
    there = loader.folders(catalog.root)
    for path in sorted(catalog.root.glob("*/tutorials/*.md")):
        tutorial = catalog.tutorials.get(path.stem)
        if tutorial is not None:
            yield from _declared(path, tutorial, there, plan)
            yield from _written(path, tutorial, catalog)


def _declared(
    path: Path, tutorial: Tutorial, there: Collection[str], plan: Blueprint
) -> Iterator[Problem]:
    text = text_of(path)
    if tutorial.id not in plan.tutorials:
        yield Problem(path, 1, f"« {tutorial.id} » n’est pas un tutoriel du plan")
    if not tutorial.id.startswith(f"{tutorial.topic}-t"):
        yield Problem(
            path, placing.line(text, ["topic"]), f"« {tutorial.id} » est d’un autre sujet"
        )
    for message in _check_faults(tutorial, there, plan):
        yield Problem(path, placing.line(text, ["check"]), message)
    longest = tutorial.minutes * WORDS_A_MINUTE
    if words(tutorial.html) > longest:
        message = f"{words(tutorial.html)} mots ; {tutorial.minutes} min : {longest} au plus"
        yield Problem(path, placing.line(text, ["minutes"]), message)


def _check_faults(tutorial: Tutorial, there: Collection[str], plan: Blueprint) -> Iterator[str]:
    """A self-check is three different challenges that are written (all, in a bank of fewer)."""
    for id in tutorial.check:
        if id not in plan.challenges:
            yield f"« {id} » n’est pas un défi du plan"
        elif id not in there:
            yield f"« {id} » n’est pas encore écrit"
    count, wanted = len(set(tutorial.check)), min(QUESTIONS, len(there))
    if count != wanted:
        yield f"{count} défi(s) pour se vérifier : il en faut {wanted}"


def _written(path: Path, tutorial: Tutorial, catalog: Catalog) -> Iterator[Problem]:
    text = text_of(path)
    _, body, start = front_matter(path)
    yield from tags.problems(Texts(path, {"": (start, body)}))
    for line, name in fiction.trademarks(text.partition("\n+++")[2], catalog.root):
        yield Problem(path, line + _head(text), f"nom de marque : {name}")
    sites = [source.site for source in tutorial.sources]
    for message, found in fiction.strays(text, sites):
        yield Problem(path, _line(text, found), f"{message} : {found}")
    for piece in (tutorial.title, tutorial.teaches, *_lines(tutorial.html)):
        for message, snippet in french.faults(piece):
            yield Problem(path, _line(text, snippet), f"{message} : « {snippet} »")


def _lines(html: str) -> list[str]:
    return plain(_CODE.sub("▢", html)).splitlines()


def _head(text: str) -> int:
    """How many lines come before the one that ends the front matter."""
    return text.partition("\n+++")[0].count("\n") + 1


def _line(text: str, snippet: str) -> int:
    """The line that shares most words with a snippet."""
    wanted = set(re.findall(r"\w{3,}", snippet))
    shared = [len(wanted & set(re.findall(r"\w{3,}", line))) for line in text.splitlines()]
    return shared.index(max(shared)) + 1
