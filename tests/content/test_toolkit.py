"""The toolkit that generators share: fictional, varied, in good French."""

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenges.toolkit import domains, draws, options, people, places, texts
from webapp.content.checking import fiction


def test_people_differ_and_their_names_agree() -> None:
    group = people.people(Random(1), 20)
    assert len({person.first for person in group}) == len({person.last for person in group}) == 20
    for person in group:
        assert (person.pronoun, person.e) == (("elle", "e") if person.gender == "f" else ("il", ""))
    assert Counter(p.gender for p in people.people(Random(2), 30, gender="f")) == {"f": 30}


def test_de_is_elided_before_a_vowel() -> None:
    assert people.of("Awa") == "d’Awa"
    assert people.of("Émile") == "d’Émile"
    assert people.of("Mehdi") == "de Mehdi"
    assert people.of("Hugo") == "de Hugo"


@given(st.integers())
def test_every_number_and_address_is_fictional(seed: int) -> None:
    rng = Random(seed)
    person = people.person(rng)
    organization = domains.club(rng, places.town(rng))
    drawn = (
        people.phone(rng),
        people.phone(rng, mobile=True),
        domains.ip_address(rng),
        domains.mailbox(rng, person),
        organization.address("contact"),
        domains.service(rng).domain,
        domains.school(places.school(rng)).domain,
    )
    assert list(fiction.strays(" / ".join(drawn))) == []
    assert all(text.isascii() for text in drawn)


def test_cities_of_a_region_are_far_enough_to_tell_apart() -> None:
    regions: dict[str, list[places.City]] = {}
    for city in places.CITIES:
        regions.setdefault(city.region, []).append(city)
    assert len(places.CITIES) >= 40
    for cities in regions.values():
        assert len(cities) >= 6
        for one, other in combinations(cities, 2):
            assert one.kilometres_to(other.latitude, other.longitude) > 25, (one, other)


def test_a_distance_is_a_great_circle() -> None:
    assert places.distance((45.764, 4.8357), (43.2965, 5.3698)) == pytest.approx(277, abs=3)


@given(st.integers())
def test_an_ordering_is_shown_neither_solved_nor_reversed(seed: int) -> None:
    solution = ["a", "b", "c", "d"]
    shown = [item.text for item in options.mixed(Random(seed), solution)]
    assert sorted(shown) == solution
    assert shown not in (solution, solution[::-1])


@given(st.integers(), st.integers(1, 60))
def test_ids_are_opaque_and_all_different(seed: int, count: int) -> None:
    ids = options.opaque(Random(seed), count)
    assert len(set(ids)) == count
    assert not set("".join(ids)) & set("aeiouyl0123456789")


def test_the_same_text_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        options.options(Random(1), ["a", "a"])


def test_ids_are_found_by_their_texts() -> None:
    shown = options.options(Random(1), ["a", "b", "c"])
    assert options.ids_of(shown, ["c", "a"]) == [
        options.id_of(shown, "c"),
        options.id_of(shown, "a"),
    ]
    with pytest.raises(KeyError):
        options.id_of(shown, "d")


def test_a_draw_that_never_pleases_is_rejected() -> None:
    with pytest.raises(draws.Redraw):
        draws.until(Random(1), lambda rng: rng.random(), lambda value: value > 2)


@pytest.mark.parametrize(
    ("octets", "said"),
    [(1, "1 octet"), (900, "900 octets"), (850_000, "850 ko"), (3_440_000, "3,4 Mo"),
     (1_200_000_000, "1,2 Go"), (95_000_000, "95 Mo"), (999_960, "1 Mo")],
)  # fmt: skip
def test_a_size_has_one_decimal_and_the_right_unit(octets: int, said: str) -> None:
    assert texts.size(octets).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [(1200.5, None, "1 200,5"), (Decimal("2.50"), None, "2,5"), (7.5, 2, "7,50"), (-3, None, "−3"),
     (1000, None, "1 000"), (100, None, "100")],
)  # fmt: skip
def test_a_number_is_written_in_french(
    value: Decimal | float, decimals: int | None, said: str
) -> None:
    assert texts.number(value, decimals).replace("\u202f", " ") == said


def test_dates_hours_lists_and_plurals_are_written_in_french() -> None:
    assert texts.day(date(2027, 1, 14)).replace("\u00a0", " ") == "jeudi 14 janvier"
    first = texts.day(date(2027, 3, 1), weekday=False, year=True)
    assert first.replace("\u00a0", " ") == "1er mars 2027"
    assert texts.hour(18, 15).replace("\u00a0", " ") == "18 h 15"
    assert texts.hour(9).replace("\u00a0", " ") == "9 h"
    assert texts.listed(["a"]) == "a"
    assert texts.listed(["a", "b", "c"], last="ou") == "a, b ou c"
    assert texts.plural(0, "image").replace("\u00a0", " ") == "0 image"
    assert texts.plural(2, "journal", "journaux").replace("\u00a0", " ") == "2 journaux"
    assert texts.euros(40).replace("\u00a0", " ") == "40 €"
    assert texts.euros(Decimal("7.5")).replace("\u00a0", " ") == "7,50 €"


@given(st.integers())
def test_a_school_day_is_no_weekend(seed: int) -> None:
    assert texts.school_day(Random(seed)).weekday() < 5


def test_the_public_holidays_of_our_year_are_known_where_they_fall_on_a_weekday() -> None:
    assert {texts.day(day) for day in texts.HOLIDAYS} >= {
        texts.day(date(2027, 3, 29)),  # Easter Monday
        texts.day(date(2027, 5, 6)),  # Ascension Day
        texts.day(date(2027, 5, 17)),  # Whit Monday
    }
    assert all(day.weekday() < 5 for day in texts.HOLIDAYS)
