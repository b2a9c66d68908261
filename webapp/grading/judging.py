"""The verdict on an answer, and the answers that would be right or wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

from webapp import simulators
from webapp.domain.materials import Json, Simulation
from webapp.domain.responses import Blanks, Choices, Matching, NoResponse
from webapp.domain.variant import Variant
from webapp.domain.verdict import Verdict
from webapp.grading import choices, kinds
from webapp.grading.nearness import Nearness, nearest


def verdict(variant: Variant, value: Any, state: Mapping[str, Json] | None = None) -> Verdict:
    """Whether an answer is right, and which known mistake it is otherwise.

    `state` is the present state of the environment; without it, the value of NoResponse may be
    the list of actions that lead there. A goal and a value must both be right.
    """
    failure = _failure(variant, value, state)
    if failure is not None:
        return Verdict(correct=False, mistake=failure)
    if isinstance(variant.response, NoResponse):
        return Verdict(correct=True)
    if isinstance(variant.response, Choices):
        return _verdict_on_choices(variant, value)
    return _verdict_by_nearness(variant, value)


def parts(variant: Variant, value: Any) -> tuple[bool, ...]:
    """Which parts of an answer are right: each blank or each item, in the order of the page.

    Nothing for the kinds that have no parts. By the accepted answer that it fits best.
    """
    response = variant.response
    if not isinstance(response, Blanks | Matching):
        return ()
    named = response.blanks if isinstance(response, Blanks) else response.items
    ids = [each.id for each in named]
    found = [
        tuple(_fits(variant, value, part, right) for part in ids) for right in variant.accepted
    ]
    return max(found, key=sum)


def right_answer(variant: Variant) -> Any:
    """A right value; for NoResponse, the actions that reach the goal."""
    if isinstance(variant.response, NoResponse):
        return list(variant.accepted[0])
    return kinds.of(variant.response).value_of(variant.response, variant.accepted[0])


def wrong_answers(variant: Variant) -> Iterator[tuple[str, Any]]:
    """Each named mistake with a value that makes it; for NoResponse, the actions."""
    for mistake in variant.mistakes:
        yield mistake, _wrong_answer(variant, mistake)


def _failure(variant: Variant, value: Any, state: Mapping[str, Json] | None) -> str | None:
    material = variant.material
    if not isinstance(material, Simulation) or not material.goal:
        return None
    if state is None:
        actions = value if isinstance(variant.response, NoResponse) else ()
        state = simulators.replayed(material, actions or ())
    return simulators.environment(material.environment).failure(
        material.goal, initial=material.state, state=state, arguments=material.arguments
    )


def _verdict_on_choices(variant: Variant, value: Any) -> Verdict:
    if any(set(value) == set(right) for right in variant.accepted):
        return Verdict(correct=True)
    return Verdict(
        correct=False, mistake=choices.mistake(value, variant.accepted, variant.mistakes)
    )


def _verdict_by_nearness(variant: Variant, value: Any) -> Verdict:
    right = nearest(_near(variant, value, expected) for expected in variant.accepted)
    known = {name: _near(variant, value, wrong) for name, wrong in variant.mistakes.items()}
    mistake = nearest(known.values())
    if right is not None and not _closer(mistake, right):
        return Verdict(correct=True)
    names = (name for name, near in known.items() if near is not None and near == mistake)
    return Verdict(correct=False, mistake=next(names, None))


def _fits(variant: Variant, value: Any, part: str, accepted: Mapping[str, Json]) -> bool:
    """Whether one part is nearer to this accepted answer than to any mistake."""
    right = _near(variant, value, {part: accepted[part]})
    wrong = [{part: each[part]} for each in variant.mistakes.values() if part in each]
    mistake = nearest(_near(variant, value, each) for each in wrong)
    return right is not None and not _closer(mistake, right)


def _closer(mistake: Nearness | None, right: Nearness) -> bool:
    """Whether the answer is rather the mistake; what is left unsaid earns no benefit of doubt."""
    if mistake is None:
        return False
    return mistake < right or mistake == right == Nearness.VAGUE


def _near(variant: Variant, value: Any, expected: Json) -> Nearness | None:
    return kinds.of(variant.response).nearness(variant.response, value, expected)


def _wrong_answer(variant: Variant, mistake: str) -> Any:
    response, wrong = variant.response, variant.mistakes[mistake]
    if isinstance(response, NoResponse):
        return list(wrong)
    if isinstance(response, Choices):
        names = list(variant.mistakes)
        named = [variant.mistakes[name] for name in names[: names.index(mistake) + 1]]
        return choices.wrong(response, variant.accepted, named)
    value = kinds.of(response).value_of(response, wrong)
    return right_answer(variant) | value if isinstance(value, dict) else value
