"""The page of a question holds the question, and nothing that tells its answer."""

import json
import re
from collections.abc import Iterator, Mapping

import pytest
from flask import Flask

from tests.bank import pages
from tests.bank.catalogue import catalog, question
from tests.html import Element
from webapp import grading
from webapp.content.casework import texts_by_id
from webapp.domain.challenge import Question
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import Choice, Choices
from webapp.grading import words

pytestmark = pytest.mark.bank
SEEDS = range(3)
PHRASE = 6  # words that, in a row, cannot be the same by chance

every_challenge = pytest.mark.parametrize("challenge", list(catalog().challenges))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return pages.application(tmp_path_factory.mktemp("pages"))


@every_challenge
def test_no_page_names_its_challenge_its_skill_or_its_goal(app: Flask, challenge: str) -> None:
    for seed in SEEDS:
        asked = question(challenge, seed)
        source = pages.source_of(app, asked)
        found = [name for name in _names(asked) if re.search(rf"(?<!\w){name}(?!\w)", source)]
        assert found == [], f"seed {seed}"
        assert "<!--" not in source


@every_challenge
def test_no_attribute_tells_the_topic_or_a_mistake(app: Flask, challenge: str) -> None:
    for seed in SEEDS:
        asked = question(challenge, seed)
        told = {asked.topic_id, asked.skill_id, *asked.variant.mistakes}
        shown = set(_attribute_words(pages.read(pages.source_of(app, asked)), asked))
        assert told & shown == set(), f"seed {seed}"


@every_challenge
def test_no_page_holds_a_sentence_of_the_explanation(app: Flask, challenge: str) -> None:
    for seed in SEEDS:
        asked = question(challenge, seed)
        read = words.folded(_text(pages.source_of(app, asked)))
        parts = [asked.explanation.idea, asked.explanation.hint]
        parts += asked.explanation.mistakes.values()
        given = words.folded(" ".join(_given(asked)))
        found = [
            phrase
            for part in parts
            for phrase in _phrases(words.folded(_text(part)))
            if phrase in read and phrase not in given
        ]
        assert found == [], f"seed {seed}"


@every_challenge
def test_right_and_wrong_options_are_drawn_alike(app: Flask, challenge: str) -> None:
    for seed in SEEDS:
        asked = question(challenge, seed)
        if isinstance(asked.variant.response, Choice | Choices):
            source = pages.source_of(app, asked)
            assert len(set(_faces(source, asked))) == 1, f"seed {seed}"


@every_challenge
def test_the_form_of_the_page_posts_the_right_answer(app: Flask, challenge: str) -> None:
    asked = question(challenge, 0)
    fields = grading.fields_of(asked.variant.response, grading.right_answer(asked.variant))
    form = pages.read(pages.source_of(app, asked)).one("form", id="answer")
    names = {each.get("name") for each in form.all("input", "select", "textarea")}
    assert set(fields) <= names


def _names(asked: Question) -> set[str]:
    """What only the server knows the question by; names of one common word are left out."""
    material = asked.variant.material
    goals = set(_goals(material)) if isinstance(material, Simulation) else set()
    named = {*asked.variant.mistakes, *goals}
    return {asked.challenge_id, asked.skill_id, *(name for name in named if "_" in name)}


def _goals(simulation: Simulation) -> Iterator[str]:
    yield simulation.goal
    yield from (goal["goal"] for goal in _list(simulation.arguments, "goals"))


def _list(arguments: Mapping[str, Json], name: str) -> list[Json]:
    found = arguments.get(name, [])
    return found if isinstance(found, list) else []


def _attribute_words(root: Element, asked: Question) -> Iterator[str]:
    """The words of the attributes, of the body, but classes and what repeats a text of the page."""
    texts = words.folded(" ".join(texts_by_id(asked.variant).values()))
    for element in root.one("body").walk():
        for name, value in element.attributes.items():
            if words.folded(value) not in texts and name not in ("d", "alt", "value", "class"):
                yield from re.split(r"[^\w-]+", value)


def _given(asked: Question) -> Iterator[str]:
    """All that a student is given to read, apart from what the page adds."""
    material = asked.variant.material
    yield _text(asked.statement.situation + asked.statement.document)
    yield asked.statement.instruction
    yield from texts_by_id(asked.variant).values()
    yield from (recipe.alternative for recipe in getattr(material, "recipes", ()))
    if isinstance(material, Simulation):
        yield json.dumps(material.state, ensure_ascii=False)


def _text(html: str) -> str:
    return pages.read(f"<div>{html}</div>").raw_text


def _phrases(text: str) -> Iterator[str]:
    found = text.split()
    for start in range(len(found) - PHRASE + 1):
        yield " ".join(found[start : start + PHRASE])


def _faces(source: str, asked: Question) -> Iterator[str]:
    """The markup of each option, without its id, its letter and its words."""
    labels = pages.read(source).all("label", class_="choice") or pages.read(source).all("option")
    ids = texts_by_id(asked.variant)
    for label in labels:
        inputs = [label, *label.all()]
        values = {each.get("value") for each in inputs}
        if values & set(ids):
            yield " ".join(f"{each.tag}{_drawn(each)}" for each in inputs if not _in_words(each))


def _drawn(element: Element) -> str:
    kept = {k: v for k, v in element.attributes.items() if k not in ("value", "id")}
    return str(sorted(kept.items()))


def _in_words(element: Element) -> bool:
    """Whether an element is inside the words of an option, where an address may be split."""
    return any(each.get("class") == "text" for each in element.ancestors())
