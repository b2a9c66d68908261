"""The cases of a challenge: its own tests, written by its author."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from webapp import grading
from webapp.content import casework, drawing, reading
from webapp.content.checking.examined import Examined
from webapp.content.checking.solving import posted
from webapp.content.problems import BadContent, Problem
from webapp.domain.responses import NoResponse
from webapp.domain.variant import Variant
from webapp.domain.verdict import Verdict
from webapp.simulators import ActionRefused


def _one_fault(value: object, read: ValidatorFunctionWrapHandler) -> object:
    """The value as one of the two kinds, or one fault and not that of each kind."""
    try:
        return read(value)
    except ValidationError as error:
        raise PydanticCustomError("text_or_list", "a text or a list of texts") from error


Answer = Annotated[str | list[str], WrapValidator(_one_fault)]


class Case(BaseModel):
    """An answer to one draw, and what grading must say of it.

    `fields` are those of the form; the text of an option stands for its opaque id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: Annotated[int, Field(ge=0)]
    verdict: Literal["right", "wrong", "unreadable"]
    fields: dict[str, Answer] = Field(default_factory=dict)
    actions: tuple[dict[str, Answer], ...] = ()
    mistake: str | None = None


class CasesFile(BaseModel):
    """cases.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    case: tuple[Case, ...] = Field(min_length=2)


def problems(examined: Examined) -> Iterator[Problem]:
    """Cases that are missing, and cases that grading does not confirm."""
    path = examined.path / "cases.toml"
    try:
        cases = reading.toml(path, CasesFile).case
    except BadContent as error:
        yield from error.problems
        return
    yield from _missing(examined, cases)
    lines = _lines(reading.text_of(path))
    for number, (line, case) in enumerate(zip(lines, cases, strict=True), start=1):
        message = failure(examined, case)
        if message:
            yield examined.at("cases.toml", f"cas {number} : {message}", line)


def failure(examined: Examined, case: Case) -> str | None:
    """What grading says instead of what the case expects, or None."""
    variant = drawing.draw(examined.catalog, examined.challenge.id, case.seed)
    try:
        verdict = _verdict(variant, case)
    except ActionRefused as refused:
        return f"le tirage {case.seed} refuse une action : {refused}"
    except (grading.Unreadable, KeyError) as error:
        return None if case.verdict == "unreadable" else _unreadable(variant, case, error)
    said = "right" if verdict.correct else "wrong"
    if said != case.verdict:
        return f"« {case.verdict} » attendu, « {said} » obtenu ({verdict.mistake})"
    if verdict.mistake != case.mistake:
        return f"erreur « {case.mistake} » attendue, « {verdict.mistake} » obtenue"
    return None


def _unreadable(variant: Variant, case: Case, error: Exception) -> str:
    unknown = casework.strangers(case.fields, variant)
    if unknown:
        return f"le tirage {case.seed} ne propose pas « {unknown[0]} »"
    return f"la réponse est illisible : {error}"


def _verdict(variant: Variant, case: Case) -> Verdict:
    if isinstance(variant.response, NoResponse):
        return grading.verdict(variant, [dict(action) for action in case.actions])
    fields = casework.with_ids(case.fields, variant)
    return grading.verdict(variant, grading.read(variant.response, posted(fields)))


def _missing(examined: Examined, cases: Sequence[Case]) -> Iterator[Problem]:
    wanted = {"right", "wrong"}
    if examined.source.declared.response != "none":
        wanted.add("unreadable")
    for verdict in sorted(wanted - {case.verdict for case in cases}):
        yield examined.at("cases.toml", f"il manque un cas « {verdict} »")


def _lines(text: str) -> list[int]:
    return [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[case]]"]
