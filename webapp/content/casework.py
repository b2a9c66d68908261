"""Cases in an author's words: the text of an option stands for its opaque id."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from webapp import grading
from webapp.domain.responses import Choice, Choices, Matching, NoResponse, Option, Ordering
from webapp.domain.variant import Variant

Answer = str | list[str]


def texts_by_id(variant: Variant) -> dict[str, str]:
    """What a student reads for each opaque id of the response."""
    response = variant.response
    listed: list[Option] = []
    for name in ("options", "items", "labels"):
        listed += getattr(response, name, ())
    for blank in getattr(response, "blanks", ()):
        listed += getattr(blank.field, "options", ())
    return {option.id: option.text for option in listed}


def with_ids(fields: Mapping[str, Answer], variant: Variant) -> dict[str, Answer]:
    """The fields of a case as a form posts them: texts of options replaced by their ids."""
    ids = {plain_spaces(text): id for id, text in texts_by_id(variant).items()}
    return _mapped(fields, lambda text: ids.get(plain_spaces(text), text))


def in_words(fields: Mapping[str, Answer], variant: Variant) -> dict[str, Answer]:
    """The inverse of `with_ids`, with ordinary spaces."""
    texts = {id: plain_spaces(text) for id, text in texts_by_id(variant).items()}
    return _mapped(fields, lambda id: texts.get(id, id))


def strangers(fields: Mapping[str, Answer], variant: Variant) -> list[str]:
    """What a case chooses, orders or matches that this draw does not offer."""
    if not isinstance(variant.response, Choice | Choices | Matching | Ordering):
        return []
    offered = {plain_spaces(text) for text in texts_by_id(variant).values()}
    said = [
        each for value in fields.values() for each in ([value] if isinstance(value, str) else value)
    ]
    named = [name.partition("-")[2] for name in fields if "-" in name]
    return [text for text in [*named, *said] if text and plain_spaces(text) not in offered]


def solution(variant: Variant, *, mistake: str | None = None) -> dict[str, Any]:
    """The fields to post, and the actions to play before, for a right answer or a mistake."""
    wrong = dict(grading.wrong_answers(variant)) if mistake else {}
    value = wrong[mistake] if mistake else grading.right_answer(variant)
    if isinstance(variant.response, NoResponse):
        return {"fields": {}, "actions": value}
    return {"fields": grading.fields_of(variant.response, value), "actions": []}


def written(variant: Variant, answer: Mapping[str, Any], *, seed: int, mistake: str | None) -> str:
    """A case as it stands in cases.toml."""
    lines = ["[[case]]", f"seed = {seed}"]
    if answer["actions"]:
        actions = ",\n".join(f"  {_toml(dict(action))}" for action in answer["actions"])
        lines.append(f"actions = [\n{actions},\n]")
    else:
        lines.append(f"fields = {_toml(in_words(answer['fields'], variant))}")
    lines.append(f'verdict = "{"wrong" if mistake else "right"}"')
    return "\n".join(lines + ([f'mistake = "{mistake}"'] if mistake else [])) + "\n"


def plain_spaces(text: str) -> str:
    """The text with its unbreakable spaces made ordinary, to compare what looks the same."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _mapped(fields: Mapping[str, Answer], one: Callable[[str], str]) -> dict[str, Answer]:
    def answer(value: Answer) -> Answer:
        return one(value) if isinstance(value, str) else [one(each) for each in value]

    return {_name(name, one): answer(value) for name, value in fields.items()}


def _name(name: str, one: Callable[[str], str]) -> str:
    prefix, dash, rest = name.partition("-")
    return f"{prefix}{dash}{one(rest)}" if dash else name


def _toml(value: Any) -> str:
    """An inline TOML value: strings, lists of strings, tables of them."""
    if isinstance(value, Mapping):
        pairs = (f"{json.dumps(k, ensure_ascii=False)} = {_toml(v)}" for k, v in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)
