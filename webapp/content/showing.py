"""A draw as plain text: what a student reads, then what grades and explains it."""

import re
from collections.abc import Iterator
from html import unescape

from webapp import grading
from webapp.content.casework import texts_by_id
from webapp.domain.challenge import Question
from webapp.domain.materials import Files, Simulation
from webapp.domain.responses import Blanks, Matching, NoResponse

_BREAK = re.compile(r"</(?:p|li|tr|h\d|pre|blockquote)>|<br ?/?>")
_CELL = re.compile(r"</t[hd]>\s*<t[hd][^>]*>")
_TAG = re.compile(r"<[^>]+>")


def shown(question: Question) -> str:
    """The whole question, one part under the other."""
    return "\n".join([*_asked(question), "", *_explained(question)])


def plain(html: str) -> str:
    """The text of a piece of HTML, a line for each block, cells kept apart."""
    text = _TAG.sub("", _BREAK.sub("\n", _CELL.sub(" | ", html)))
    return re.sub(r"\n{2,}", "\n", unescape(text)).strip("\n")


def _asked(question: Question) -> Iterator[str]:
    yield f"# {question.statement.instruction}"
    yield plain(question.statement.situation)
    if question.statement.document:
        yield "---\n" + plain(question.statement.document) + "\n---"
    yield from _material(question)
    yield from _response(question)


def _material(question: Question) -> Iterator[str]:
    material = question.variant.material
    if isinstance(material, Simulation):
        yield f"[{material.environment}: {material.goal or 'no goal'} {dict(material.arguments)}]"
    for recipe in material.recipes if isinstance(material, Files) else ():
        yield f"[{recipe.name}: {recipe.description}]"
        yield recipe.alternative


def _response(question: Question) -> Iterator[str]:
    response = question.variant.response
    if isinstance(response, Blanks):
        for blank in response.blanks:
            options = [option.text for option in getattr(blank.field, "options", ())]
            yield f"{blank.label}: [ {' / '.join(options) or '…'} ]"
    elif isinstance(response, Matching):
        labels = " / ".join(label.text for label in response.labels)
        yield from (f"- {item.text}: [ {labels} ]" for item in response.items)
    else:
        yield from (f"- {text}" for text in texts_by_id(question.variant).values())


def _explained(question: Question) -> Iterator[str]:
    variant = question.variant
    if isinstance(variant.response, NoResponse):
        yield f"=> {grading.right_answer(variant)}"
    else:
        right = grading.described(variant.response, grading.right_answer(variant))
        yield f"=> {' | '.join(right)}"
        if len(variant.accepted) > 1:
            yield f"   accepted: {variant.accepted}"
    for name, html in question.explanation.mistakes.items():
        yield f"   {name}: {_wrong(question, name)}\n      {plain(html)}"
    yield f"Idée: {plain(question.explanation.idea)}"
    yield f"Indice: {plain(question.explanation.hint)}"


def _wrong(question: Question, name: str) -> str:
    variant = question.variant
    wrong = dict(grading.wrong_answers(variant)) if name in variant.mistakes else {}
    if name not in wrong:
        return ""
    return " | ".join(grading.described(variant.response, wrong[name])) or str(wrong[name])
