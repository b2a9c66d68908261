"""The real bank, read once for the tests that draw from it."""

from functools import cache

from webapp import content
from webapp.content import Catalog, drawing
from webapp.domain.challenge import Question


@cache
def catalog() -> Catalog:
    """The catalogue of `challenges/`."""
    return content.load()


@cache
def question(challenge_id: str, seed: int) -> Question:
    """One draw of a challenge; the same one for every test that asks."""
    return drawing.question(catalog(), challenge_id, seed)


def questions(challenge_id: str, draws: int) -> list[Question]:
    """The first draws of a challenge."""
    return [question(challenge_id, seed) for seed in range(draws)]
