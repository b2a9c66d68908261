"""Names: folding, sorting, recognising, listing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.services import names
from webapp.services.names import Named

NAMES = st.text(alphabet="abcdeéèçœÉÇ -’'ABC", min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élodie", "elodie"),
        ("  LE   GALL ", "le gall"),
        ("Jean-François", "jean francois"),
        ("N’Diaye", "n diaye"),
        ("Cœur", "coeur"),
        ("Ağca", "agca"),
        ("Łukasz", "lukasz"),
        ("", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(text: str, folded: str) -> None:
    assert names.folded(text) == folded


@given(NAMES)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert names.folded(names.folded(text)) == names.folded(text)


@given(NAMES, NAMES)
def test_a_sort_key_holds_nothing_that_a_database_may_collate_its_own_way(a: str, b: str) -> None:
    key = names.sort_key(a, b)
    assert key.isascii()
    assert key == "" or key.isalnum()
    assert key == key.lower()


def test_accents_do_not_send_a_name_to_the_end() -> None:
    people = ["Zoé", "Émile", "Eva", "Élodie", "Frédéric", "Emma"]
    assert sorted(people, key=names.sort_key) == [
        "Élodie",
        "Émile",
        "Emma",
        "Eva",
        "Frédéric",
        "Zoé",
    ]


def test_a_short_name_comes_before_those_that_begin_like_it() -> None:
    people = [("Leblanc", "Ana"), ("Le Gall", "Zoé"), ("Le", "Tom")]
    assert sorted(people, key=lambda one: names.sort_key(*one)) == [
        ("Le", "Tom"),
        ("Le Gall", "Zoé"),
        ("Leblanc", "Ana"),
    ]


def test_class_four_comes_before_class_ten() -> None:
    assert names.sort_key("2de 4") < names.sort_key("2DE 10") < names.sort_key("Tle 1")


def test_keys_fit_their_columns_whatever_the_names() -> None:
    long = "ﷺ" * 80
    assert len(names.sort_key(long, long)) <= 200
    assert len(names.match_key(first_name=long, last_name=long)) <= 200


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ines", "Inès"),
        ("MARIE LOU", "Marie-Lou"),
        ("marielou", "Marie-Lou"),
        ("NDiaye", "N’Diaye"),
    ],
)
def test_accents_case_and_hyphens_do_not_make_another_name(typed: str, kept: str) -> None:
    assert names.same(typed, kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Bnali", "Benali"), ("Fournier", "Fourneir"), ("Dialo", "Diallo"), ("Mathilde", "Matilde")],
)
def test_one_slip_in_four_letters_is_forgiven(typed: str, kept: str) -> None:
    assert names.close(typed, kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Lea", "Lou"), ("Li", "Lo"), ("Benali", "Bouali"), ("Martin", "Marchand"), ("", "Ana")],
)
def test_another_name_is_not_a_slip(typed: str, kept: str) -> None:
    assert not names.close(typed, kept)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Martin", "Martin-Duval"), ("Duval", "Martin-Duval"), ("Jean", "Jean-Pierre")],
)
def test_one_part_of_a_compound_name_is_enough(typed: str, kept: str) -> None:
    assert names.part_of(typed, kept)
    assert names.part_of(kept, typed)


def test_a_particle_alone_is_not_a_name() -> None:
    assert not names.part_of("de", "de Almeida")
    assert not names.part_of("Martin Roy", "Martin Duval")


def _shown(*people: Named) -> list[str]:
    return [str(label) for label in names.labels(people)]


def test_one_initial_is_enough_for_a_first_name_borne_once() -> None:
    assert _shown(Named("Adam", "Lopez"), Named("Awa", "Diop")) == ["Adam L.", "Awa D."]


def test_the_same_first_name_takes_as_many_letters_as_it_needs() -> None:
    shown = _shown(Named("Inès", "Benali"), Named("Ines", "Bouvier"), Named("Inès", "Roy"))
    assert shown == ["Inès Be.", "Ines Bo.", "Inès R."]


def test_a_name_that_begins_another_is_written_whole() -> None:
    assert _shown(Named("Tom", "Le"), Named("Tom", "Lebrun")) == ["Tom Le", "Tom Leb."]


def test_full_homonyms_are_told_apart_by_their_birthday() -> None:
    first, second = names.labels([Named("Léa", "Roy", 4), Named("Léa", "ROY", 21)])
    assert first.detail == "anniversaire un 4"
    assert second.detail == "anniversaire un 21"


def test_nobody_else_shows_their_birthday() -> None:
    assert {
        label.detail for label in names.labels([Named("Léa", "Roy", 4), Named("Tom", "Roy", 5)])
    } == {""}


@given(st.lists(st.tuples(NAMES, NAMES), max_size=12))
def test_people_of_different_names_are_never_shown_alike(pairs: list[tuple[str, str]]) -> None:
    known = [(f, last) for f, last in pairs if names.folded(f) and names.folded(last)]
    shown = names.labels([Named(first, last) for first, last in known])
    seen: dict[tuple[str, str], str] = {}
    for (first, last), label in zip(known, shown, strict=True):
        key = (names.folded(first).replace(" ", ""), names.folded(label.initials))
        assert seen.setdefault(key, names.folded(last).replace(" ", "")) == names.folded(
            last
        ).replace(" ", "")
