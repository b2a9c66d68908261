"""The answers of a case, in the words of its draw."""

from webapp.content import casework
from webapp.domain.responses import Option, Ordering, Text
from webapp.domain.variant import Variant


def ordering(*texts: str) -> Variant:
    items = tuple(Option(f"i{n}", text) for n, text in enumerate(texts))
    return Variant(params={}, response=Ordering(items), accepted=[[each.id for each in items]])


def test_a_case_that_names_an_option_of_another_draw_says_which() -> None:
    examined = casework.strangers({"order": ["dossier", "2 ko"]}, ordering("2 ko", "3 ko", "4 ko"))
    assert examined == ["dossier"]


def test_what_is_typed_is_never_an_option_of_another_draw() -> None:
    variant = Variant(params={}, response=Text(), accepted=["tarte"])
    assert casework.strangers({"answer": "crêpe"}, variant) == []
