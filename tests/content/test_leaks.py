"""A question never gives its answer away."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from webapp.content.leaks import answer_shows
from webapp.content.tells import tells
from webapp.domain.challenge import Explanation, Question, Statement
from webapp.domain.materials import Files, Recipe
from webapp.domain.responses import (
    Blank,
    Blanks,
    Choice,
    Choices,
    Matching,
    Number,
    Option,
    Response,
    Text,
)
from webapp.domain.variant import Variant

LONG = " ".join(["Le menu de la semaine change chaque jour à la cantine."] * 8)
FOUR = (Option("bcdf", "A"), Option("ghjk", "B"), Option("mnpq", "C"), Option("rstv", "D"))


def asked(
    response: Response,
    accepted: list[Any],
    *,
    situation: str = "<p>Lis le document.</p>",
    instruction: str = "Quel est le mot ?",
    document: str = "",
    mistakes: Mapping[str, Any] | None = None,
    files: tuple[Recipe, ...] = (),
) -> Question:
    variant = Variant({}, response, accepted, Files(files), mistakes or {})
    statement = Statement(situation, instruction, document)
    return Question("x-1x", "v", "x-1", "x", "1.1", 1, statement, variant, Explanation("idea"))


MARMOTTE = asked(Text("Animal"), ["marmotte"], mistakes={"other": "chamois"})


def test_nothing_shows_when_the_answer_is_nowhere() -> None:
    assert answer_shows(MARMOTTE) is None


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ({"instruction": "Écris le nom de la Marmotte."}, "la consigne"),
        ({"situation": "<p>Voici une <b>marmotte</b>.</p>"}, "la situation"),
        ({"document": "<p>MARMOTTE</p>"}, "le document"),
        ({"files": (Recipe("marmotte.jpg", "jpg"),)}, "le nom d’un fichier"),
        ({"files": (Recipe("a.jpg", "jpg", description="Une marmotte"),)}, "le nom d’un fichier"),
        ({"files": (Recipe("a.jpg", "jpg", alternative="une marmotte"),)}, "équivalent accessible"),
        ({"files": (Recipe("a.txt", "text", alternative="foin\nmarmotte\n"),)}, "accessible"),
        ({"document": "<pre>foin\nmarmotte\nsifflet</pre>"}, "le document"),
        ({"situation": '<p><img src="x" alt="marmotte"></p>'}, "un attribut"),
        ({"situation": "<p>Rien.<!-- marmotte --></p>"}, "un attribut ou un commentaire"),
        ({"response": Text("La marmotte")}, "le libellé d’un champ"),
        ({"response": Text(hint="Par exemple marmotte")}, "le libellé d’un champ"),
    ],
)
def test_a_text_that_can_be_read_where_it_tells_is_found(part: dict[str, Any], place: str) -> None:
    facts: dict[str, Any] = {"response": Text("Animal"), "accepted": ["marmotte"]} | part
    assert place in str(answer_shows(asked(**facts)))


@pytest.mark.parametrize(
    "part",
    [
        {"document": f"<p>{LONG} Puis une marmotte.</p>"},
        {"situation": "<p>Un chamois croise une marmotte.</p>"},
        {"situation": "<p>Des marmottes.</p>"},
        {"files": (Recipe("a.txt", "text", alternative="chamois\nmarmotte\n"),)},
    ],
)
def test_an_answer_to_search_among_others_may_be_there(part: dict[str, Any]) -> None:
    facts: dict[str, Any] = {"response": Text("Animal"), "accepted": ["marmotte"]}
    facts["mistakes"] = {"other": "chamois"}
    assert answer_shows(asked(**(facts | part))) is None


def test_a_domain_to_take_out_of_an_address_is_not_shown_by_the_address() -> None:
    domain = asked(Text(reading="address"), ["fauvette.example"])
    inside = "<p>https://suivi.fauvette.example/colis et mail@fauvette.example</p>"
    alone = "<p>Le domaine est fauvette.example.</p>"
    assert answer_shows(replace(domain, statement=Statement(inside, "Quel domaine ?"))) is None
    assert answer_shows(replace(domain, statement=Statement(alone, "Quel domaine ?")))


@pytest.mark.parametrize("written", ["19 h 30", "19h30", "19:30"])
def test_a_time_is_found_however_it_is_written(written: str) -> None:
    question = asked(Text(reading="time"), ["19 h 30"], situation=f"<p>À {written}.</p>")
    assert answer_shows(question)


@pytest.mark.parametrize("written", ["3 mars 2027", "le 03/03", "2027-03-03"])
def test_a_date_is_found_however_it_is_written(written: str) -> None:
    accepted = ["3 mars 2027", "2027-03-03"]
    assert answer_shows(asked(Text(reading="date"), accepted, situation=f"<p>{written}</p>"))


def test_an_answer_that_is_the_example_of_its_field_is_found() -> None:
    assert "libellé" in str(answer_shows(asked(Text(reading="time"), ["9 h 05"])))
    assert "libellé" in str(answer_shows(asked(Text(reading="date"), ["14 juillet 2027"])))
    assert answer_shows(asked(Text(reading="date"), ["15 juillet 2027"])) is None


def test_numbers_may_stand_anywhere_and_so_may_very_short_words() -> None:
    assert answer_shows(asked(Number(), [12], situation="<p>12 fichiers</p>")) is None
    assert answer_shows(asked(Text(), ["A"], situation="<p>Le classeur A</p>")) is None


def test_each_blank_has_its_own_answer_and_its_own_rivals() -> None:
    fields = (Blank("a", "Auteur", Text()), Blank("b", "Année", Number()))
    facts: dict[str, Any] = {
        "response": Blanks(fields),
        "accepted": [{"a": ["Nadir"], "b": [2024]}],
    }
    shown = asked(**facts, situation="<p>Un article de Nadir, 2024.</p>")
    assert answer_shows(shown)
    rival = {"editor": {"a": "Lucie"}}
    searched = "<p>Un article de Nadir, relu par Lucie en 2024.</p>"
    assert answer_shows(asked(**facts, situation=searched, mistakes=rival)) is None


def test_an_id_that_tells_what_it_stands_for_is_found() -> None:
    told = asked(Choice((Option("right-image", "une image"), FOUR[1])), ["right-image"])
    short = asked(Choice((Option("a", "une image"), FOUR[1])), ["a"])
    assert "parle de" in str(answer_shows(told))
    assert "parle de" in str(answer_shows(short))
    assert answer_shows(asked(Choice(FOUR), ["bcdf"])) is None


def _choice(number: int, place: int, **more: Any) -> Question:
    options = tuple(Option(f"{number}xx{each}", f"texte {number} {each}") for each in range(4))
    return asked(Choice(options), [options[place].id], **more)


def test_a_right_option_that_never_changes_place_tells() -> None:
    still = [_choice(number, 2) for number in range(10)]
    moving = [_choice(number, number % 4) for number in range(10)]
    assert list(tells(still)) == ["la bonne réponse est toujours à la même place"]
    assert list(tells(moving)) == []
    assert list(tells(still[:3])) == []


def test_labels_always_in_the_order_of_the_items_tell() -> None:
    def matching(number: int, turn: int) -> Question:
        items = tuple(Option(f"i{number}x{each}", f"item {each}") for each in range(3))
        labels = tuple(Option(f"l{number}x{each}", f"label {each}") for each in range(3))
        right = {items[each].id: labels[(each + turn) % 3].id for each in range(3)}
        return asked(Matching(items, labels), [right])

    assert list(tells([matching(number, 0) for number in range(10)])) == [
        "les éléments et leurs réponses sont toujours dans le même ordre"
    ]
    assert list(tells([matching(number, number) for number in range(10)])) == []


def test_ids_that_come_back_from_draw_to_draw_tell() -> None:
    same = [asked(Choice(FOUR), [FOUR[number % 4].id]) for number in range(10)]
    assert "des identifiants reviennent d’un tirage à l’autre" in list(tells(same))


def test_a_statement_that_quotes_the_right_options_only_tells() -> None:
    quoting = [
        _choice(n, n % 4, situation=f"<p>On lit texte {n} {n % 4} ici.</p>") for n in range(10)
    ]
    every = "".join(f"<p>texte {n} {each}</p>" for n in range(10) for each in range(4))
    fair = [_choice(n, n % 4, situation=every) for n in range(10)]
    assert list(tells(quoting)) == ["l’énoncé contient la bonne proposition, et aucune autre"]
    assert list(tells(fair)) == []


def test_several_right_options_quoted_alone_tell_too() -> None:
    def ticked(number: int) -> Question:
        options = tuple(Option(f"{number}xx{each}", f"texte {each}{number}") for each in range(4))
        right = [options[number % 4].id, options[(number + 1) % 4].id]
        quoted = " ".join(option.text for option in options if option.id in right)
        return asked(Choices(options), [right], situation=f"<p>{quoted}</p>")

    assert list(tells([ticked(number) for number in range(10)])) == [
        "l’énoncé contient la bonne proposition, et aucune autre"
    ]


def test_a_right_option_that_is_always_the_longest_tells_over_many_draws() -> None:
    def choice(number: int, extra: str) -> Question:
        question = _choice(number, number % 4)
        response = question.variant.response
        assert isinstance(response, Choice)
        longer = tuple(
            replace(option, text=option.text + extra * (place == number % 4))
            for place, option in enumerate(response.options)
        )
        return replace(question, variant=replace(question.variant, response=Choice(longer)))

    told = list(tells([choice(number, " et plus") for number in range(20)]))
    assert told == ["la bonne proposition est toujours la plus longue"]
    assert list(tells([choice(number, "") for number in range(20)])) == []
