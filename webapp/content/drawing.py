"""Draws a challenge: from a seed to a variant, and to the question a student reads."""

from contextlib import suppress
from random import Random

from challenges.toolkit.draws import Redraw
from webapp.content import markup
from webapp.content.catalog import Catalog, Source
from webapp.content.generators import failure, line_of
from webapp.content.problems import BadContent, Problem, collected
from webapp.domain import variant as variants
from webapp.domain.challenge import Explanation, Question, Statement
from webapp.domain.materials import Simulation
from webapp.domain.variant import Variant

PARTS = ("Situation", "Consigne", "Document")
IDEA, HINT = "Idée", "Indice"
_TRIES = 200


def draw(catalog: Catalog, challenge_id: str, seed: int) -> Variant:
    """The variant of a challenge for a seed; BadContent when its generator fails."""
    source = catalog.sources[challenge_id]
    return _accepted_draw(source, Random(f"{challenge_id}/{seed}"))


def question(catalog: Catalog, challenge_id: str, seed: int) -> Question:
    """All that is asked of one student: drawn, rendered, with what grades and explains it.

    BadContent when the generator or a text fails, with the faults of both texts.
    """
    challenge, source = catalog.challenges[challenge_id], catalog.sources[challenge_id]
    variant = draw(catalog, challenge_id, seed)
    topic = challenge.skill.topic
    problems: list[Problem] = []
    with collected(problems):
        asked = statement(source, variant)
    with collected(problems):
        explained = explanation(source, variant)
    if problems:
        raise BadContent(tuple(problems))
    return Question(
        challenge_id=challenge_id,
        challenge_version=challenge.version,
        skill_id=challenge.skill.id,
        topic_id=topic.id,
        competence_id=topic.competence.id,
        area=topic.competence.area.number,
        statement=asked,
        variant=variant,
        explanation=explained,
        tutorials=tuple(id for id in challenge.tutorials if id in catalog.tutorials),
        seconds=challenge.seconds,
    )


def rehearse(catalog: Catalog) -> None:
    """Draw every challenge once: what all draws share is then ready before the first student.

    One that fails is left to say so when it is asked.
    """
    for challenge_id in catalog.challenges:
        with suppress(BadContent):
            question(catalog, challenge_id, 0)


def statement(source: Source, variant: Variant) -> Statement:
    """The three parts of the prompt; BadContent when one is missing or fails."""
    parts = source.prompt.drawn(variant.params, PARTS)
    if "Situation" not in parts or "Consigne" not in parts:
        message = "il faut les titres « # Situation » et « # Consigne »"
        raise BadContent((Problem(source.prompt.path, 1, message),))
    return Statement(
        situation=markup.html(parts["Situation"]),
        instruction=markup.line(parts["Consigne"]),
        document=markup.html(parts["Document"]) if "Document" in parts else "",
    )


def explanation(source: Source, variant: Variant) -> Explanation:
    """The idea, the hint, and the sentence of each mistake that this draw can show."""
    names = mistakes_of(variant)
    drawn = source.explain.drawn(variant.params, {IDEA, HINT, *names})
    parts = {title: markup.html(part) for title, part in drawn.items()}
    return Explanation(
        idea=parts.pop(IDEA, ""),
        hint=parts.pop(HINT, ""),
        mistakes={name: parts[name] for name in names if name in parts},
    )


def mistakes_of(variant: Variant) -> tuple[str, ...]:
    """Every mistake that a verdict may name: those of the draw, then those of the goal."""
    material = variant.material
    if not isinstance(material, Simulation) or not material.goal:
        return tuple(variant.mistakes)
    from webapp import simulators

    environment = simulators.environment(material.environment)
    failures = environment.failures(material.goal, material.arguments)
    return tuple(dict.fromkeys([*variant.mistakes, *failures]))


def _accepted_draw(source: Source, rng: Random) -> Variant:
    """The first draw that the generator does not reject, as its document gives it back."""
    for _ in range(_TRIES):
        try:
            drawn = source.generate(rng)
        except Redraw:
            continue
        except (BadContent, KeyboardInterrupt):
            raise
        except BaseException as error:  # an exit too: it is a fault of the generator
            raise BadContent((failure(error, source.folder / "generate.py"),)) from error
        return _normalized(source, drawn)
    message = f"{_TRIES} tirages de suite sont rejetés"
    raise BadContent((Problem(source.folder / "generate.py", 1, message),))


def _normalized(source: Source, drawn: object) -> Variant:
    path = source.folder / "generate.py"
    if not isinstance(drawn, Variant):
        message = f"generate(rng) rend « {type(drawn).__name__} » et non une Variant"
        raise BadContent((Problem(path, line_of(path), message),))
    try:
        return variants.normalized(drawn)
    except Exception as error:  # values of any kind: whatever they raise is their fault
        message = f"la variante ne s’écrit pas en JSON ({type(error).__name__} : {error})"
        raise BadContent((Problem(path, line_of(path), message),)) from error
