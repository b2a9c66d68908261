"""What people type to say who they are."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.forms.identity import GuestForm, IdentityForm, SecretForm, UnlockForm, read_birth_date


@pytest.mark.parametrize(
    "typed", ["14/03/2010", "14-3-2010", "14 03 2010", "14.03.2010", "14032010", "2010-03-14"]
)
def test_a_birth_date_is_read_in_any_usual_form(typed: str) -> None:
    assert read_birth_date(typed) == date(2010, 3, 14)


@pytest.mark.parametrize("typed", ["", "14/03", "31/02/2010", "hier", "1403201", "14/13/2010"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_birth_date(typed) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_date_is_read_back(day: date) -> None:
    assert read_birth_date(day.strftime("%d/%m/%Y")) == day
    assert read_birth_date(day.isoformat()) == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_a_form(typed: str) -> None:
    read_birth_date(typed)
    fields = {"learner": typed, "secret": typed, "first_name": typed, "last_name": typed}
    assert SecretForm.parse(fields).learner_id is None or typed.strip()
    GuestForm.parse(fields, full_name=True)
    IdentityForm.parse({**fields, "birth_date": typed})
    UnlockForm.parse(fields)


@pytest.mark.parametrize("typed", ["7241", " 7241 ", "72 41"])
def test_spaces_in_a_secret_do_not_count(typed: str) -> None:
    learner_id = uuid4()
    form = SecretForm.parse({"learner": str(learner_id), "secret": typed})
    assert (form.learner_id, form.secret, form.error) == (learner_id, "7241", "")


@pytest.mark.parametrize("typed", ["", "724", "72411", "72a1", "７２４１"])
def test_a_secret_is_four_digits_and_nothing_else(typed: str) -> None:
    assert SecretForm.parse({"learner": "x", "secret": typed}).error


def test_an_empty_form_says_each_thing_that_is_missing() -> None:
    problems = IdentityForm.parse({}).problems
    assert [one.field for one in problems] == ["first_name", "last_name", "birth_date"]


def test_a_guest_gives_a_last_name_only_where_a_teacher_must_recognise_them() -> None:
    assert GuestForm.parse({"first_name": "Lou"}, full_name=False).problems == ()
    (problem,) = GuestForm.parse({"first_name": "Lou"}, full_name=True).problems
    assert problem.field == "last_name"


def test_a_name_longer_than_its_column_is_cut() -> None:
    form = GuestForm.parse({"first_name": "x" * 500}, full_name=False)
    assert len(form.typed["first_name"]) == 80
