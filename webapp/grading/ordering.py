"""Items put in order."""

from collections.abc import Sequence

from webapp.domain.materials import Json
from webapp.domain.responses import Ordering
from webapp.grading.fields import Fields, several
from webapp.grading.nearness import Nearness
from webapp.grading.problems import unreadable

FIELD = "order"


def read(response: Ordering, fields: Fields) -> list[str]:
    """The ids in the order given; Unreadable unless each item is there once."""
    order = [item.strip() for item in several(fields, FIELD)]
    if sorted(order) != sorted(item.id for item in response.items):
        raise unreadable(FIELD, "La liste n’est pas arrivée entière. Valide encore une fois.")
    return order


def fields_of(response: Ordering, value: Sequence[str]) -> dict[str, str | list[str]]:
    """What a form posts for this order."""
    return {FIELD: list(value)}


def nearness(response: Ordering, value: Sequence[str], expected: Json) -> Nearness | None:
    """An order is the expected one or it is not."""
    return Nearness.SAME if list(value) == list(expected) else None


def value_of(response: Ordering, expected: Json) -> list[str]:
    """An expected order."""
    return list(expected)


def moved(order: Sequence[str], move: str) -> list[str]:
    """The order after a press on « Monter » (`up:<id>`) or « Descendre » (`down:<id>`).

    Nothing moves past either end, and an unknown item or direction changes nothing.
    """
    direction, _, item = move.partition(":")
    step = {"up": -1, "down": 1}.get(direction, 0)
    result = list(order)
    if item not in result:
        return result
    here = result.index(item)
    there = min(max(here + step, 0), len(result) - 1)
    result[here], result[there] = result[there], result[here]
    return result


def described(response: Ordering, value: Sequence[str]) -> tuple[str, ...]:
    """The words of the items, numbered from the first to the last."""
    texts = {item.id: item.text for item in response.items}
    return tuple(f"{rank}. {texts.get(item, item)}" for rank, item in enumerate(value, 1))
