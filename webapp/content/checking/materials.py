"""Real files can be made, are light, and have an accessible equivalent."""

import re
from collections.abc import Iterator

import orjson

from webapp.content import files
from webapp.content.checking.examined import Examined
from webapp.content.problems import Problem
from webapp.domain import challenge as challenges
from webapp.domain.challenge import Question
from webapp.domain.materials import Files, Recipe

STORED, WEIGHT = 64_000, 2_000_000  # octets: of the stored question, of a file
BUILT = 3  # draws whose files are made
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ._-]*\.[a-z0-9]{2,7}$")


def problems(examined: Examined) -> Iterator[Problem]:
    """Faults of the files of the draws, and questions too heavy to be stored."""
    for seed, question in enumerate(examined.questions):
        size = len(orjson.dumps(challenges.to_json(question)))
        if size > STORED:
            yield examined.in_draw(seed, f"la question pèse {size} octets ({STORED} au plus)")
        for recipe in _recipes(question):
            for message in _faults(recipe, build=seed < BUILT):
                yield examined.in_draw(seed, f"{recipe.name} : {message}")


def _recipes(question: Question) -> tuple[Recipe, ...]:
    material = question.variant.material
    return material.recipes if isinstance(material, Files) else ()


def _faults(recipe: Recipe, *, build: bool) -> Iterator[str]:
    if not _NAME.match(recipe.name):
        yield "nom de fichier à écrire en lettres sans accent, avec une extension"
    if not recipe.alternative.strip():
        yield "il manque l’équivalent accessible (alternative)"
    if not recipe.description.strip():
        yield "il manque la description"
    if build:
        yield from _building(recipe)


def _building(recipe: Recipe) -> Iterator[str]:
    try:
        content = files.built(recipe)
    except Exception as error:  # an author's arguments: whatever they raise is their fault
        yield f"ne se fabrique pas ({type(error).__name__} : {error})"
        return
    if not 0 < len(content) <= WEIGHT:
        yield f"{len(content)} octets ({WEIGHT} au plus)"
