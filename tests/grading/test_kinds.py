"""What is special to each response kind."""

from decimal import Decimal

import pytest

from webapp import grading
from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    NoResponse,
    Number,
    Option,
    Ordering,
    Text,
)
from webapp.domain.variant import Variant
from webapp.domain.verdict import Verdict

RIGHT = Verdict(correct=True)
ABCD = tuple(Option(letter, letter.upper()) for letter in "abcd")


def wrong(mistake: str | None = None) -> Verdict:
    return Verdict(correct=False, mistake=mistake)


def test_several_choices_are_all_or_nothing_and_the_first_declared_mistake_is_named() -> None:
    variant = Variant({}, Choices(ABCD), [["a", "b"]], mistakes={"took_d": "d", "missed_a": "a"})
    assert grading.verdict(variant, ["a", "b"]) == RIGHT
    assert grading.verdict(variant, ["b", "d"]) == wrong("took_d")
    assert grading.verdict(variant, ["b"]) == wrong("missed_a")
    assert grading.verdict(variant, ["a", "b", "c"]) == wrong()
    assert grading.verdict(variant, ["a"]) == wrong()


def test_the_mistake_of_several_choices_is_measured_from_the_nearest_accepted_set() -> None:
    accepted = [["a", "b"], ["c", "d"]]
    variant = Variant({}, Choices(ABCD), accepted, mistakes={"about_a": "a", "about_d": "d"})
    assert grading.verdict(variant, ["c", "d"]) == RIGHT
    assert grading.verdict(variant, ["c"]) == wrong("about_d")


def test_turning_off_the_only_right_option_is_shown_by_ticking_another() -> None:
    variant = Variant({}, Choices(ABCD), [["a"]], mistakes={"took_b": "b", "missed_a": "a"})
    wrongs = dict(grading.wrong_answers(variant))
    assert wrongs == {"took_b": ["a", "b"], "missed_a": ["c"]}
    assert grading.verdict(variant, wrongs["missed_a"]) == wrong("missed_a")


def test_blanks_are_right_together_each_by_any_of_its_values() -> None:
    variant = _autopsy()
    assert grading.verdict(variant, {"s": "203.0.113.88", "n": Decimal(4)}) == RIGHT
    assert grading.verdict(variant, {"s": "<srv88.envoi.test>", "n": Decimal(4)}) == RIGHT
    assert grading.verdict(variant, {"s": "srv88.envoi.test", "n": Decimal(5)}) == wrong()


def test_the_mistake_of_a_blank_is_found_whatever_is_in_the_others() -> None:
    variant = _autopsy()
    assert grading.verdict(variant, {"s": "mx.lycee.example", "n": Decimal(4)}) == wrong("receiver")
    assert grading.verdict(variant, {"s": "x.test", "n": Decimal(20)}) == wrong("end_value")
    assert grading.verdict(variant, {"s": "mx.lycee.example", "n": Decimal(20)}) == wrong("both")


def test_a_slip_in_one_blank_does_not_excuse_a_mistake_in_another() -> None:
    fields = (Blank("t", "Mot", Text()), Blank("u", "Autre", Text()))
    accepted = [{"t": ["destinataire"], "u": ["expéditeur"]}]
    variant = Variant({}, Blanks(fields), accepted, mistakes={"plural": {"u": "expéditeurs"}})
    assert grading.verdict(variant, {"t": "destinatair", "u": "expéditeur"}) == RIGHT
    assert grading.verdict(variant, {"t": "destinataire", "u": "expéditeurs"}) == wrong("plural")
    assert grading.verdict(variant, {"t": "destinatair", "u": "expéditeurs"}) == wrong("plural")


def test_matching_names_a_mistake_made_on_some_of_the_items() -> None:
    items = (Option("i", "mer.mp3"), Option("j", "port.mp4"))
    variant = Variant(
        {}, Matching(items, ABCD), [{"i": "a", "j": "b"}], mistakes={"video": {"i": "b"}}
    )
    assert grading.verdict(variant, {"i": "a", "j": "b"}) == RIGHT
    assert grading.verdict(variant, {"i": "b", "j": "a"}) == wrong("video")
    assert grading.verdict(variant, {"i": "c", "j": "b"}) == wrong()


def test_each_part_of_an_answer_is_judged_alone() -> None:
    variant = _autopsy()
    assert grading.parts(variant, {"s": "203.0.113.88", "n": Decimal(20)}) == (True, False)
    assert grading.parts(variant, {"s": "x.test", "n": Decimal(4)}) == (False, True)
    assert grading.parts(Variant({}, Text(), ["x"]), "x") == ()
    items = (Option("i", "mer.mp3"), Option("j", "port.mp4"))
    matching = Variant({}, Matching(items, ABCD), [{"i": "a", "j": "b"}])
    assert grading.parts(matching, {"j": "b", "i": "b"}) == (False, True)


def test_an_order_is_exact_and_its_mistake_is_an_order_too() -> None:
    variant = Variant({}, Ordering(ABCD), [list("bacd")], mistakes={"by_number": list("dcab")})
    assert grading.verdict(variant, list("bacd")) == RIGHT
    assert grading.verdict(variant, list("dcab")) == wrong("by_number")
    assert grading.verdict(variant, list("abcd")) == wrong()


@pytest.mark.parametrize(
    ("move", "order"),
    [
        ("up:c", "acbd"),
        ("down:a", "bacd"),
        ("up:a", "abcd"),
        ("down:d", "abcd"),
        ("up:zz", "abcd"),
        ("sideways:b", "abcd"),
        ("", "abcd"),
    ],
)
def test_an_item_moves_by_one_place_and_never_past_the_ends(move: str, order: str) -> None:
    assert grading.moved(list("abcd"), move) == list(order)


def test_answers_are_said_in_words_for_copies_and_corrections() -> None:
    items = (Option("i", "mer.mp3"), Option("j", "port.mp4"))
    assert grading.described(Choice(ABCD), "c") == ("C",)
    assert grading.described(Choices(ABCD), ["d", "a"]) == ("A", "D")
    assert grading.described(Text(), "19 h 30") == ("19 h 30",)
    assert grading.described(Number(unit="€"), Decimal("-12345.50")) == ("−12\u00a0345,5\u00a0€",)
    assert grading.described(Ordering(items), ["j", "i"]) == ("1. port.mp4", "2. mer.mp3")
    assert grading.described(Matching(items, ABCD), {"i": "a", "j": "b"}) == (
        "mer.mp3\u00a0: A",
        "port.mp4\u00a0: B",
    )
    assert grading.described(_autopsy().response, {"s": "x.test", "n": Decimal(4)}) == (
        "Serveur\u00a0: x.test",
        "Points\u00a0: 4",
    )
    assert grading.described(NoResponse(), None) == ()
    assert grading.described(Text(), None) == ()


def test_equal_numbers_are_stored_alike_so_that_a_replay_is_seen() -> None:
    typed = ["12,50", "12.5", "+12,500 €"]
    values = [grading.read(Number(unit="€"), {"answer": [text]}) for text in typed]
    assert {grading.to_json(value) for value in values} == {"12.5"}


def _autopsy() -> Variant:
    fields = (Blank("s", "Serveur :", Text(reading="address")), Blank("n", "Points", Number()))
    return Variant(
        {},
        Blanks(fields),
        [{"s": ["srv88.envoi.test", "203.0.113.88"], "n": [4]}],
        mistakes={
            "both": {"s": "mx.lycee.example", "n": 20},
            "receiver": {"s": "mx.lycee.example"},
            "end_value": {"n": 20},
        },
    )
