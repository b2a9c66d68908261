"""What the file explorer shows."""

import pytest

from tests.simulators.worlds import FILES, desk
from webapp.simulators import wording


def test_folders_come_first_then_names_in_french_order() -> None:
    there = desk()
    for name in ("Émile.txt", "eau.txt", "Zoé.txt"):
        there.tree.file(f"Documents/{name}", size=1, modified="2027-01-01T10:00")
    rows = FILES.screen(there.state, {"dossier": there.documents}).listing.rows
    assert [row.name for row in rows] == ["Cours", "eau.txt", "Émile.txt", "film.mp4", "Zoé.txt"]


def test_a_second_press_on_a_sort_turns_it_round() -> None:
    there = desk()
    view = {"recherche": "*.*"}
    for expected in (["film.mp4", "oral.odp"], ["rapport.odt", "convention.pdf"]):
        by_size = FILES.screen(there.state, view).listing.sorts[2]
        view = dict(by_size.view)
        rows = FILES.screen(there.state, view).listing.rows
        assert [row.name for row in rows][:2] == expected


def test_columns_left_out_are_not_shown_but_the_properties_say_all() -> None:
    there = desk()
    there.state["columns"] = ["size"]
    row = FILES.screen(there.state, {"recherche": "rapport"}).listing.rows[0]
    assert (row.modified, row.type, row.size) == ("", "", "100 ko")
    element = FILES.screen(there.state, dict(row.details_view)).element
    facts = {fact.label: fact.value for fact in element.facts}
    assert facts["Modifié le"] == "20 décembre 2026 à 17 h 30"
    assert facts["Créé le"] == "1er septembre 2026 à 8 h 00"
    assert facts["Taille"] == "100 ko (100\u202f000 octets)"
    assert facts["Emplacement"] == "Mes fichiers › Documents › Cours"


def test_the_properties_of_a_folder_weigh_what_it_holds() -> None:
    there = desk()
    element = FILES.screen(there.state, {"element": there.documents}).element
    facts = {fact.label: fact.value for fact in element.facts}
    assert facts["Contenu"] == "2 fichiers, 1 dossier"
    assert facts["Taille"].startswith("3 Go")


def test_opening_a_file_of_the_trash_shows_its_text_and_when_it_was_deleted() -> None:
    there = desk()
    element = FILES.screen(there.state, {"dossier": "corbeille", "element": there.lost}).element
    assert element.lines == ("v2",)
    assert element.in_trash
    assert any(fact.value == "3 janvier 2027 à 8 h 00" for fact in element.facts)


@pytest.mark.parametrize("view", [{"dossier": "x"}, {"element": "x"}, {"tri": "x", "page": "-1"}])
def test_an_unknown_view_shows_the_main_folder(view: dict[str, str]) -> None:
    there = desk()
    screen = FILES.screen(there.state, view)
    assert screen.listing.id == there.tree.root
    assert screen.element is None


def test_the_space_counts_the_trash_where_it_does() -> None:
    words = [
        FILES.screen(desk(quota=6_000_000_000, trash_counts=counts).state, {}).space.words
        for counts in (False, True)
    ]
    assert words == ["3 Go utilisés sur 6 Go"] * 2
    assert FILES.screen(desk().state, {}).space is None


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (0, "0 octet"),
        (1, "1 octet"),
        (999, "999 octets"),
        (1000, "1 ko"),
        (214_000, "214 ko"),
        (999_950, "1 Mo"),
        (3_400_000, "3,4 Mo"),
        (1_200_000_000, "1,2 Go"),
    ],
)
def test_sizes_are_said_in_units_of_a_thousand(octets: int, words: str) -> None:
    assert wording.size(octets) == words
