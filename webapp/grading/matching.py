"""A label given to each item."""

from collections.abc import Mapping

from webapp.domain.materials import Json
from webapp.domain.responses import Matching
from webapp.grading.fields import Fields, single
from webapp.grading.nearness import Nearness
from webapp.grading.problems import Problem, Unreadable

PREFIX = "match-"


def read(response: Matching, fields: Fields) -> dict[str, str]:
    """The label of each item; Unreadable, field by field, where one is missing or not offered."""
    labels = {label.id for label in response.labels}
    given: dict[str, str] = {}
    problems: list[Problem] = []
    for item in response.items:
        missing = f"Choisis une réponse pour « {item.text} »."
        try:
            label = single(fields, PREFIX + item.id, missing=missing)
        except Unreadable as error:
            problems.extend(error.bare)
            continue
        if label not in labels:
            problems.append(Problem(PREFIX + item.id, missing))
        given[item.id] = label
    if problems:
        raise Unreadable(problems)
    return given


def fields_of(response: Matching, value: Mapping[str, str]) -> dict[str, str | list[str]]:
    """What a form posts for these labels."""
    return {PREFIX + item: label for item, label in value.items()}


def nearness(
    response: Matching, value: Mapping[str, str], expected: Mapping[str, Json]
) -> Nearness | None:
    """The same label for every item of the expected value, which may name only some."""
    same = all(value.get(item) == label for item, label in expected.items())
    return Nearness.SAME if same and expected else None


def value_of(response: Matching, expected: Mapping[str, Json]) -> dict[str, str]:
    """The labels of the items that are named."""
    return dict(expected)


def described(response: Matching, value: Mapping[str, str]) -> tuple[str, ...]:
    """« item : label », in the order of the page."""
    labels = {label.id: label.text for label in response.labels}
    return tuple(
        f"{item.text}\u00a0: {labels.get(value[item.id], '')}"
        for item in response.items
        if item.id in value
    )
