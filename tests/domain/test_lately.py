"""A short memory."""

from webapp.domain.lately import Lately


def test_what_came_in_first_is_forgotten_first() -> None:
    met = Lately[str, int](2)
    for number, name in enumerate("abc"):
        met[name] = number
    assert dict(met) == {"b": 1, "c": 2}


def test_what_is_met_again_takes_no_more_room() -> None:
    met = Lately[str, int](2)
    for number, name in enumerate("abab"):
        met[name] = number
    assert dict(met) == {"a": 2, "b": 3}
