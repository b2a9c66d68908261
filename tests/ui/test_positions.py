"""Where one stands, in words: never more than is known."""

import pytest

from webapp.engine.progress import Remaining
from webapp.ui.positions import Position, at_checkpoint, at_question


@pytest.mark.parametrize(
    ("left", "rest"),
    [
        (Remaining(6, 9, 9), "encore 5 à 8"),
        (Remaining(6, 6, 9), "encore 5"),
        (Remaining(1, 4, 3), "encore 3 au plus"),
        (Remaining(1, 1, 1), "c’est la dernière"),
        (Remaining(0, 0, 0), "c’est la dernière"),
    ],
)
def test_what_is_left_is_said_after_the_present_question(left: Remaining, rest: str) -> None:
    assert at_question(7, left).rest == rest


def test_the_bar_counts_what_is_done_sure_and_possible() -> None:
    found = at_question(7, Remaining(6, 9, 9))
    assert (found.title, found.minutes) == ("Question 7", "environ 9 min")
    assert (found.done, found.sure, found.maybe, found.now) == (6, 5, 3, True)


def test_a_minute_is_the_least_one_says() -> None:
    assert at_question(9, Remaining(1, 1, 0)).minutes == "environ 1 min"


def test_without_a_prediction_nothing_is_promised() -> None:
    assert at_question(3, None) == Position("Question 3")
    assert at_checkpoint(5, None) == Position("Point d’étape", now=False)


@pytest.mark.parametrize(
    ("left", "rest"),
    [
        (Remaining(2, 5, 4), "encore 2 à 5 questions"),
        (Remaining(1, 1, 1), "encore 1 question"),
    ],
)
def test_a_checkpoint_counts_the_question_that_waits(left: Remaining, rest: str) -> None:
    assert at_checkpoint(10, left).rest == rest
