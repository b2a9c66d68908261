"""Moments are said in the time of Paris, summer and winter."""

from datetime import UTC, datetime

from webapp.ui import moments


def test_the_clock_is_that_of_paris() -> None:
    assert moments.clock(datetime(2026, 9, 14, 8, 42, 7, tzinfo=UTC), seconds=True) == "10:42:07"
    assert moments.clock(datetime(2026, 12, 14, 8, 42, 7, tzinfo=UTC)) == "09:42"


def test_a_day_is_said_in_full_and_changes_at_midnight_of_paris() -> None:
    assert moments.day(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == "lundi 23 novembre 2026"
    assert moments.day(datetime(2027, 1, 1, 12, 0, tzinfo=UTC)) == "vendredi 1er janvier 2027"
