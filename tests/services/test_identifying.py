"""Finding somebody among those born on the same day."""

import pytest

from webapp.models import Learner
from webapp.services import names
from webapp.services.identifying import alike, proof


def _born_that_day(*people: tuple[str, str]) -> list[Learner]:
    return [
        Learner(
            first_name=first,
            last_name=last,
            match_key=names.match_key(first_name=first, last_name=last),
        )
        for first, last in people
    ]


def _found(candidates: list[Learner], first: str, last: str) -> list[str]:
    return [one.first_name for one in alike(candidates, first_name=first, last_name=last)]


TWINS = _born_that_day(("Lina", "Kone"), ("Lila", "Kone"), ("Jean-Baptiste", "de Almeida"))


def test_an_exact_name_wins_over_a_close_one() -> None:
    assert _found(TWINS, "LINA", "koné") == ["Lina"]


def test_a_slip_that_fits_two_people_finds_both() -> None:
    assert _found(TWINS, "Liha", "Kone") == ["Lina", "Lila"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Jean Baptiste", "De Almeida"),
        ("Jean", "Almeida"),
        ("jeanbaptiste", "dealmeida"),
        ("Almeida", "Jean-Baptiste"),
        ("Jean-Batiste", "de Almeda"),
    ],
)
def test_compound_names_are_found_by_a_part_in_either_order(first: str, last: str) -> None:
    assert _found(TWINS, first, last) == ["Jean-Baptiste"]


@pytest.mark.parametrize(("first", "last"), [("Lina", "Martin"), ("Paul", "Kone"), ("", "")])
def test_another_person_is_not_found(first: str, last: str) -> None:
    assert _found(TWINS, first, last) == []


def test_the_first_secret_is_accepted_and_hashed_the_next_one_compared() -> None:
    first = proof("7241", None)
    assert first.accepted
    assert first.fresh
    assert proof("7241", first.fresh).accepted
    assert not proof("7242", first.fresh).accepted
    assert proof("7241", first.fresh).fresh is None
