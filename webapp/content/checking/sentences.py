"""Each mistake has its sentence; the instruction is one line; explanations stay short."""

from collections.abc import Iterator

from webapp.content.checking.examined import Examined, words
from webapp.content.drawing import HINT, IDEA, PARTS, mistakes_of
from webapp.content.problems import Problem

MISTAKE_WORDS, IDEA_WORDS, HINT_WORDS, INSTRUCTION_CHARACTERS = 60, 110, 40, 120


def problems(examined: Examined) -> Iterator[Problem]:
    """Parts that are missing, unknown, unused or too long."""
    yield from _titles(examined)
    yield from _mistakes(examined)
    yield from _lengths(examined)


def _titles(examined: Examined) -> Iterator[Problem]:
    for title in examined.source.prompt.parts:
        if title not in PARTS:
            yield examined.under(title, f"titre inconnu « {title} » ; attendus : {PARTS}")
    for title in (IDEA, HINT):
        if title not in examined.source.explain.parts:
            yield examined.at("explain.md", f"il manque le titre « # {title} »")


def _mistakes(examined: Examined) -> Iterator[Problem]:
    """Every mistake drawn has its sentence, and every sentence is for a mistake that is drawn."""
    titles = [t for t in examined.source.explain.parts if t not in (IDEA, HINT)]
    named = {name for variant in examined.variants for name in variant.mistakes}
    possible = {name for variant in examined.variants for name in mistakes_of(variant)}
    for name in sorted(named - set(titles)):
        yield examined.at("explain.md", f"l’erreur « {name} » n’a pas sa phrase")
    for title in titles:
        if examined.questions and title not in possible:
            yield examined.under(title, f"« {title} » n’est l’erreur d’aucun tirage")
    if not possible and examined.questions:
        yield examined.in_generator("aucune erreur n’est nommée")


def _lengths(examined: Examined) -> Iterator[Problem]:
    """The longest of the draws, part by part, against its limit; an empty part is a fault."""
    longest: dict[str, int] = {}
    limits = {IDEA: IDEA_WORDS, HINT: HINT_WORDS}
    for question in examined.questions:
        parts = {IDEA: question.explanation.idea, HINT: question.explanation.hint}
        for title, html in {**parts, **question.explanation.mistakes}.items():
            longest[title] = max(longest.get(title, 0), words(html))
        if len(question.statement.instruction) > INSTRUCTION_CHARACTERS:
            longest["Consigne"] = len(question.statement.instruction)
    for title, count in longest.items():
        limit = limits.get(title, MISTAKE_WORDS)
        if title == "Consigne":
            message = f"{count} caractères, {INSTRUCTION_CHARACTERS} au plus"
            yield examined.under(title, message)
        elif count > limit or not count:
            yield examined.under(title, f"{count} mots ; il en faut de 1 à {limit}")
