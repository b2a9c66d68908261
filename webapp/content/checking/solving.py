"""Each draw has exactly one right answer, and each named mistake is recognised."""

from collections.abc import Iterator, Mapping

from webapp import grading
from webapp.content.casework import texts_by_id
from webapp.content.checking.examined import Examined
from webapp.content.problems import Problem
from webapp.domain import variant as variants
from webapp.domain.challenge import Question
from webapp.domain.responses import Choice, Choices, Matching, NoResponse, Ordering
from webapp.domain.variant import Variant

# What a template understands by itself: a drawn value of that name would never be seen.
_TAKEN = frozenset(
    ("none", "None", "true", "True", "false", "False", "loop", "self", "super", "caller", "_marked")
)


def problems(examined: Examined) -> Iterator[Problem]:
    """Faults of the draws: unsolvable, ambiguous, mistakes that are not mistakes."""
    for seed, question in enumerate(examined.questions):
        for message in faults(question):
            yield examined.in_draw(seed, message)


def faults(question: Question) -> Iterator[str]:
    """What is wrong with one question, in words."""
    variant = question.variant
    if variants.from_json(variants.to_json(variant)) != variant:
        yield "la variante change en passant par JSON"
    for name in sorted(_TAKEN & set(variant.params)):
        yield f"« {name} » veut déjà dire autre chose dans un texte : donnez-lui un autre nom"
    shape = tuple(_shape(variant))
    yield from shape
    if not shape:
        yield from _right(variant)
        yield from _wrong(variant)


def _shape(variant: Variant) -> Iterator[str]:
    """Faults of the values themselves, before any grading."""
    texts = list(texts_by_id(variant).values())
    response = variant.response
    if not variant.accepted:
        yield "aucune réponse acceptée"
    if isinstance(response, Choice | Choices | Ordering) and len(set(texts)) < len(texts):
        yield "deux propositions identiques"
    if isinstance(response, Choice) and len(variant.accepted) != 1:
        yield f"{len(variant.accepted)} bonnes réponses au lieu d’une"
    if isinstance(response, Choices):
        yield from _choices(response, variant)
    if isinstance(response, Ordering):
        yield from _ordering(response, variant)
    if getattr(variant.material, "goal", "") and not isinstance(response, NoResponse):
        yield "un environnement qui a un but n’attend pas d’autre réponse"
    if isinstance(response, Matching) and len(variant.accepted) != 1:
        yield "une association a une seule solution"


def _choices(response: Choices, variant: Variant) -> Iterator[str]:
    if len(variant.accepted) != 1:
        yield "un choix multiple a une seule bonne combinaison"
    elif not variant.accepted[0]:
        yield "aucune case à cocher : la réponse vide est refusée à l’élève"
    elif len(variant.accepted[0]) == len(response.options):
        yield "toutes les cases sont justes"


def _ordering(response: Ordering, variant: Variant) -> Iterator[str]:
    shown = [item.id for item in response.items]
    if any(shown in (right, right[::-1]) for right in variant.accepted):
        yield "l’ordre affiché est la solution ou son inverse"


def _right(variant: Variant) -> Iterator[str]:
    try:
        verdict = grading.verdict(variant, grading.right_answer(variant))
    except Exception as error:  # a value of the wrong shape: the author's fault, said in its draw
        yield f"la bonne réponse ne se lit pas ({type(error).__name__} : {error})"
        return
    if not verdict.correct:
        yield f"la bonne réponse est comptée fausse ({verdict.mistake or 'sans erreur nommée'})"
    if not isinstance(variant.response, NoResponse):
        yield from _through_the_form(variant)


def _through_the_form(variant: Variant) -> Iterator[str]:
    """The right answer, posted as a form would, must be read back as a right one."""
    fields = posted(grading.fields_of(variant.response, grading.right_answer(variant)))
    try:
        value = grading.read(variant.response, fields)
    except grading.Unreadable as error:
        yield f"la bonne réponse, saisie, est refusée : {error}"
        return
    if not grading.verdict(variant, value).correct:
        yield "la bonne réponse, saisie, est comptée fausse"


def _wrong(variant: Variant) -> Iterator[str]:
    for mistake in variant.mistakes:
        try:
            [value] = [v for name, v in grading.wrong_answers(variant) if name == mistake]
            verdict = grading.verdict(variant, value)
        except Exception as error:  # likewise
            yield f"l’erreur « {mistake} » ne se lit pas ({type(error).__name__} : {error})"
            continue
        if verdict.correct:
            yield f"l’erreur « {mistake} » est comptée juste"
        elif verdict.mistake != mistake:
            yield f"l’erreur « {mistake} » est reconnue comme « {verdict.mistake} »"


def posted(fields: Mapping[str, str | list[str]]) -> dict[str, list[str]]:
    """The fields of a form as the server receives them: lists of values."""
    return {name: [v] if isinstance(v, str) else list(v) for name, v in fields.items()}
