"""Codes: what may be typed for them, and what they never hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.services import codes


def test_no_two_characters_of_a_code_look_alike() -> None:
    assert not set(codes.ALPHABET) & set("BGILOQSUZ")
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET)


def test_fresh_codes_are_nine_characters_and_differ() -> None:
    fresh = {codes.fresh_code() for _ in range(500)}
    assert len(fresh) == 500
    assert {len(code) for code in fresh} == {9}
    assert set("".join(fresh)) <= set(codes.ALPHABET)


@pytest.mark.parametrize(
    "typed",
    ["K4T9WM7HP", "k4t9wm7hp", " k4t 9wm 7hp ", "K4T-9WM-7HP", "k4t–9wm–7hp", "K4T\u00a09WM 7HP"],
)
def test_case_spaces_and_hyphens_do_not_matter(typed: str) -> None:
    assert codes.read_code(typed) == "K4T9WM7HP"


def test_a_confusable_character_is_read_as_its_twin() -> None:
    assert codes.read_code("oiLbS zgUq") == "01185" + "26V0"


@pytest.mark.parametrize(
    "typed", ["", "K4T9WM7H", "K4T9WM7HPA", "K4T9WM7H?", "é4T9WM7HP", "١٢٣٤٥٦٧٨٩"]
)
def test_what_is_not_a_code_is_not_read_as_one(typed: str) -> None:
    assert codes.read_code(typed) is None


@given(st.text(alphabet=codes.ALPHABET, min_size=9, max_size=9))
def test_a_code_is_read_back_from_the_way_it_is_shown(code: str) -> None:
    assert codes.read_code(codes.shown(code).lower()) == code


def test_a_code_is_shown_in_threes() -> None:
    assert codes.shown("K4T9WM7HP") == "K4T 9WM 7HP"
