"""An answer that cannot be read is refused with a sentence that says what to do, field by field."""

from typing import Any

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
    Response,
    Text,
)

OPTIONS = (Option("k3", "un son"), Option("p9", "une image"))
BLANKS = Blanks(
    (
        Blank("a1", "Points", Number()),
        Blank("b2", "Serveur", Text(reading="address")),
        Blank("c3", "Réussi ?", Choice(OPTIONS, display="list")),
    )
)


@pytest.mark.parametrize(
    ("response", "fields", "field", "sentence"),
    [
        (Choice(OPTIONS), {}, "choice", "Choisis une réponse."),
        (Choice(OPTIONS), {"choice": ["zz"]}, "choice", "Choisis une des réponses proposées."),
        (Choices(OPTIONS), {"choices": []}, "choices", "Coche au moins une réponse."),
        (Choices(OPTIONS), {"choices": ["k3", "zz"]}, "choices", "Coche seulement des réponses"),
        (Text(), {"answer": [" "]}, "answer", "Écris ta réponse ici."),
        (Text(reading="time"), {"answer": ["tôt"]}, "answer", "Écris une heure, par exemple 9 h"),
        (
            Text(reading="date"),
            {"answer": ["hier"]},
            "answer",
            "Écris une date, par exemple 14 juil",
        ),
        (Text(reading="date"), {"answer": ["31/4/2027"]}, "answer", "Cette date n’existe pas"),
        (Text(reading="address"), {"answer": ["a b"]}, "answer", "Écris l’adresse seule"),
        (Number(), {"answer": ["douze"]}, "answer", "Écris un nombre, par exemple 12."),
        (Number(), {"answer": ["12 chats"]}, "answer", "Écris seulement le nombre"),
        (Number(unit="Mo"), {"answer": ["12 ko"]}, "answer", "Écris seulement le nombre, en Mo"),
        (Number(unit="/20"), {"answer": ["12 ko"]}, "answer", "Écris seulement le nombre, sur 20"),
        (Text(), {"answer": ["x" * 501]}, "answer", "Ta réponse est trop longue"),
        (Ordering(OPTIONS), {"order": ["k3"]}, "order", "La liste n’est pas arrivée entière."),
        (Ordering(OPTIONS), {"order": ["k3"] * 101}, "order", "Ta réponse est trop longue"),
    ],
)
def test_a_single_field_says_what_to_do_and_that_nothing_was_sent(
    response: Response, fields: dict[str, list[str]], field: str, sentence: str
) -> None:
    refused = _refused(response, fields)
    (problem,) = refused.problems
    assert problem.field == field
    assert problem.message.startswith(sentence)
    assert problem.message.endswith("Ta réponse n’est pas encore envoyée.")
    assert refused.message == problem.message
    assert refused.status == 422


def test_every_blank_that_is_not_ready_has_its_own_sentence() -> None:
    refused = _refused(BLANKS, {"blank-a1": ["quatre"], "blank-b2": ["srv.test"]})
    assert [(problem.field, problem.message) for problem in refused.problems] == [
        ("blank-a1", "Écris un nombre, par exemple 12."),
        ("blank-c3", "Choisis une réponse."),
    ]
    assert refused.message == (
        "Il y a 2 réponses à compléter ou à corriger. Ta réponse n’est pas encore envoyée."
    )


def test_matching_names_the_items_still_without_a_label() -> None:
    response = Matching((Option("i1", "port.mp4"), Option("i2", "mer.mp3")), OPTIONS)
    refused = _refused(response, {"match-i1": ["k3"], "match-i2": ["zz"]})
    assert [problem.field for problem in refused.problems] == ["match-i2"]
    assert "« mer.mp3 »" in refused.message


def test_an_environment_asks_nothing_and_refuses_nothing() -> None:
    assert grading.read(NoResponse(), {"answer": ["anything"]}) is None


def test_a_lone_string_is_taken_as_one_value_and_not_as_letters() -> None:
    assert grading.read(Number(), {"answer": "12"}) == 12


def _refused(response: Response, fields: Any) -> grading.Unreadable:
    with pytest.raises(grading.Unreadable) as caught:
        grading.read(response, fields)
    return caught.value
