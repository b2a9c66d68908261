"""Reading comfort."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.display import CHOICES, Display

displays = st.builds(
    Display,
    **{name: st.sampled_from(values) for name, values in CHOICES.items()},
    ruler=st.booleans(),
    clock=st.booleans(),
)


@given(displays)
def test_what_is_kept_is_what_was_chosen(display: Display) -> None:
    assert Display.parse(display.compact) == display


@given(st.text())
def test_anything_else_is_as_at_first_where_it_is_unknown(text: str) -> None:
    display = Display.parse(text)
    assert all(getattr(display, name) in values for name, values in CHOICES.items())


def test_nothing_kept_is_the_display_of_the_first_day() -> None:
    assert Display.parse("") == Display()


@pytest.mark.parametrize(("size", "one"), [("150", False), ("200", True), ("400", True)])
def test_large_letters_keep_to_one_column(size: str, *, one: bool) -> None:
    assert Display(size=size).one_column is one
