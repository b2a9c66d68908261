"""All the right options: all or nothing; a mistake is one option wrongly on or off."""

from collections.abc import Mapping, Sequence

from webapp.domain.materials import Json
from webapp.domain.responses import Choices
from webapp.grading.fields import Fields, several
from webapp.grading.nearness import Nearness
from webapp.grading.problems import unreadable

FIELD = "choices"


def read(response: Choices, fields: Fields) -> list[str]:
    """The ids of the ticked options, sorted; Unreadable when none, or one not offered."""
    ticked = {choice.strip() for choice in several(fields, FIELD)} - {""}
    if not ticked:
        raise unreadable(FIELD, "Coche au moins une réponse.")
    if ticked - {option.id for option in response.options}:
        raise unreadable(FIELD, "Coche seulement des réponses proposées.")
    return sorted(ticked)


def fields_of(response: Choices, value: Sequence[str]) -> dict[str, str | list[str]]:
    """What a form posts for these options."""
    return {FIELD: list(value)}


def nearness(response: Choices, value: Sequence[str], expected: Json) -> Nearness | None:
    """The same options are ticked, or they are not."""
    return Nearness.SAME if set(value) == set(expected) else None


def value_of(response: Choices, expected: Json) -> list[str]:
    """The ids of an expected set, sorted."""
    return sorted(expected)


def mistake(
    value: Sequence[str], accepted: Sequence[Json], mistakes: Mapping[str, Json]
) -> str | None:
    """The first named option, as declared, that is wrongly on or off.

    Wrongly is by the accepted set that differs least.
    """
    misplaced = min((set(value) ^ set(right) for right in accepted), key=len)
    return next((name for name, option in mistakes.items() if option in misplaced), None)


def wrong(response: Choices, accepted: Sequence[Json], named: Sequence[str]) -> list[str]:
    """A set of ticks whose mistake is about the last of the options that mistakes name.

    It is the right set with that option turned over; when nothing would stay ticked, an option
    that no earlier mistake names is ticked too.
    """
    ticked = set(accepted[0]) ^ {named[-1]}
    spare = [option.id for option in response.options if option.id not in named]
    return sorted(ticked or spare[:1])


def described(response: Choices, value: Sequence[str]) -> tuple[str, ...]:
    """The words of the ticked options, in the order of the page."""
    return tuple(option.text for option in response.options if option.id in set(value))
