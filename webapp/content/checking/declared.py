"""What challenge.toml says is what the draws are."""

from collections.abc import Iterator

from webapp.content.checking.blueprint import Blueprint
from webapp.content.checking.examined import Examined
from webapp.content.problems import Problem
from webapp.content.schemas import ChallengeFile
from webapp.domain.challenge import Question
from webapp.domain.materials import Files, Simulation

_KINDS = {
    "Choice": "choice",
    "Choices": "choices",
    "Text": "text",
    "Number": "number",
    "Blanks": "blanks",
    "Ordering": "ordering",
    "Matching": "matching",
    "NoResponse": "none",
}
# How the blueprint names what a challenge asks → what it may be made of.
_FORMATS = {
    "qcu": {"choice"},
    "qcm": {"choices"},
    "qroc": {"text", "number"},
    "qrocm": {"blanks"},
    "ordre": {"ordering"},
    "appariement": {"matching"},
}
_MATERIALS = {"fichier": "files", "simulateur": "simulation"}


def problems(examined: Examined, blueprint: Blueprint) -> Iterator[Problem]:
    """Faults between the declaration, the blueprint and the draws."""
    yield from _against_blueprint(examined, blueprint)
    seen: set[str] = set()
    for question in examined.questions:
        for key, message in _against_draw(examined, question):
            if message not in seen:
                seen.add(message)
                yield examined.in_toml(key, message)


def _against_blueprint(examined: Examined, blueprint: Blueprint) -> Iterator[Problem]:
    declared, id = examined.source.declared, examined.challenge.id
    planned = blueprint.challenges.get(id)
    if planned is None:
        yield examined.in_toml("skill", f"« {id} » n’est pas un défi du plan")
    elif not _planned(declared, planned):
        key = "response" if planned in _FORMATS else "material"
        yield examined.in_toml(key, f"le plan prévoit le format « {planned} »")
    if id.rstrip("wxyz") != declared.skill:
        yield examined.in_toml("skill", f"« {id} » n’est pas un défi de « {declared.skill} »")
    for tutorial in declared.tutorials:
        if tutorial not in blueprint.tutorials:
            yield examined.in_toml("tutorials", f"« {tutorial} » n’est pas un tutoriel du plan")


def _planned(declared: ChallengeFile, planned: str) -> bool:
    """Whether the response and the material are those of the planned format."""
    if planned in _MATERIALS:
        return declared.material == _MATERIALS[planned]
    return declared.response in _FORMATS.get(planned, ()) and declared.material in (
        "none",
        "picture",
    )


def _against_draw(examined: Examined, question: Question) -> Iterator[tuple[str, str]]:
    declared, variant = examined.source.declared, question.variant
    kind = _KINDS[type(variant.response).__name__]
    if kind != declared.response:
        yield "response", f"les tirages attendent une réponse « {kind} »"
    count = options_of(question)
    if count != declared.options:
        yield "options", f"les tirages ont {count or 'aucune'} proposition(s)"
    material = variant.material
    kinds = _materials(question)
    if declared.material not in kinds:
        yield "material", f"les tirages ont le support « {kinds[0]} »"
    environment = material.environment if isinstance(material, Simulation) else None
    if environment != declared.environment:
        yield "environment", f"les tirages ont l’environnement « {environment} »"


def options_of(question: Question) -> int | None:
    """How many options, items or labels the response has; None when it has no list."""
    response = question.variant.response
    for name in ("labels", "options", "items"):
        if hasattr(response, name):
            return len(getattr(response, name))
    return None


def _materials(question: Question) -> tuple[str, ...]:
    """What the material may be called: a picture may be there to look at, or to be searched too."""
    material = question.variant.material
    if isinstance(material, Simulation):
        return ("simulation",)
    if isinstance(material, Files):
        shown = all(recipe.inline for recipe in material.recipes)
        return ("picture", "files") if shown else ("files",)
    return ("none",)
