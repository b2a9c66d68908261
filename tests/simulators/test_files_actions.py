"""What one does to files, and what is refused."""

import pytest

from tests.simulators.worlds import FILES, desk
from webapp.simulators import ActionRefused
from webapp.simulators.files import search
from webapp.simulators.files import state as tree


def test_a_copy_in_the_same_folder_takes_another_name() -> None:
    there = desk()
    steps = there.steps()
    for _ in range(2):
        steps.do("copy", nodes=[there.agreement], to=there.downloads)
    names = {each["name"] for each in tree.children(steps.state, there.downloads).values()}
    assert names == {
        "convention.pdf",
        "convention - Copie.pdf",
        "convention - Copie (2).pdf",
    }


def test_a_folder_is_copied_with_all_that_it_holds() -> None:
    there = desk()
    state = there.steps().do("copy", nodes=[there.documents], to=there.bac).state
    copy = tree.find(state, "Bac/Documents/Cours/rapport.odt")
    assert copy is not None
    assert state["nodes"][copy]["text"] == "Rapport\n\nNote : 15"
    assert tree.find(state, "Bac/Documents/notes.txt") is None


def test_a_folder_in_the_trash_takes_its_content_along_and_brings_it_back() -> None:
    there = desk()
    steps = there.steps().do(f"trash:{there.documents}")
    assert tree.in_trash(steps.state, there.report)
    assert list(tree.trashed(steps.state)).count(there.report) == 0
    steps.do(f"restore:{there.documents}")
    assert tree.path(steps.state, there.report) == "Documents/Cours/rapport.odt"


def test_what_is_restored_goes_to_the_root_when_its_folder_is_gone() -> None:
    there = desk()
    steps = there.steps().do(f"trash:{there.bac}").do(f"restore:{there.lost_twin}")
    assert tree.path(steps.state, there.lost_twin) == "notes.txt"
    steps.do(f"restore:{there.lost}").do("move", nodes=[there.lost_twin], to=there.downloads)
    assert tree.path(steps.state, there.lost) == "Documents/notes.txt"


def test_two_files_of_one_name_restored_in_one_place_are_both_kept() -> None:
    there = desk()
    steps = there.steps().do(f"trash:{there.agreement}")
    steps.do("copy", nodes=[there.report], to=there.downloads)
    copy = tree.find(steps.state, "Téléchargements/rapport.odt") or ""
    steps.do(f"rename:{copy}", name="convention.pdf").do(f"restore:{there.agreement}")
    assert tree.path(steps.state, there.agreement) == "Téléchargements/convention (2).pdf"


@pytest.mark.parametrize(
    ("action", "fields", "sentence"),
    [
        ("create_folder", {"name": "  "}, "Donne un nom"),
        ("create_folder", {"name": "a/b"}, "ne peut pas contenir « / »"),
        ("create_folder", {"name": "bac"}, "existe déjà"),
        ("create_folder", {"name": "x" * 81}, "plus court"),
        ("create_folder:nowhere", {"name": "x"}, "n’existe plus"),
        ("rename:nothing", {"name": "x"}, "n’est plus là"),
        ("move", {"to": ""}, "Coche d’abord"),
        ("trash", {"nodes": ["nothing"]}, "n’est plus là"),
        ("restore", {"nodes": []}, "Coche d’abord"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(
    action: str, fields: dict[str, str], sentence: str
) -> None:
    with pytest.raises(ActionRefused, match=sentence):
        FILES.perform(desk().state, {"action": action, **fields})


def test_a_folder_cannot_go_into_itself_nor_below() -> None:
    there = desk()
    inside = tree.find(there.state, "Documents/Cours") or ""
    for to in (there.documents, inside):
        with pytest.raises(ActionRefused, match="lui-même"):
            there.steps().do("move", nodes=[there.documents], to=to)


def test_the_main_folder_cannot_be_moved_renamed_or_deleted() -> None:
    there = desk()
    for action in (f"rename:{there.tree.root}", f"trash:{there.tree.root}"):
        with pytest.raises(ActionRefused, match="dossier principal"):
            there.steps().do(action, name="Autre")


def test_what_is_in_the_trash_is_restored_before_anything_else() -> None:
    there = desk()
    with pytest.raises(ActionRefused, match="corbeille"):
        there.steps().do(f"rename:{there.lost}", name="x.txt")
    with pytest.raises(ActionRefused, match="pas dans la corbeille"):
        there.steps().do(f"erase:{there.film}")


def test_a_copy_that_does_not_fit_is_refused() -> None:
    there = desk(quota=4_000_000_000)
    with pytest.raises(ActionRefused, match="assez de place"):
        there.steps().do("copy", nodes=[there.film], to=there.bac)


@pytest.mark.parametrize(
    ("pattern", "name", "found"),
    [
        ("*.JPG", "plage-1.jpg", True),
        ("*.jpg", "plage.jpg.txt", False),
        ("plage-?.jpg", "plage-1.jpg", True),
        ("plage-?.jpg", "plage-12.jpg", False),
        ("photo_*_v?.odt", "photo_été_v2.odt", True),
        ("plage", "la-plage.png", True),
        ("a.b", "axb", False),
        ("[ab]*", "a.txt", False),
        ("ete", "été.txt", False),
    ],
)
def test_a_search_reads_stars_and_question_marks_as_people_do(
    pattern: str, name: str, found: bool
) -> None:
    assert search.matches(pattern, name) is found


def test_a_search_looks_below_the_folder_and_never_in_the_trash() -> None:
    there = desk()
    names = {each["name"] for each in search.found(there.state, "*.*").values()}
    assert names == {"convention.pdf", "rapport.odt", "film.mp4", "oral.odp"}
    inside = search.found(there.state, "*.odt", folder=there.bac)
    assert inside == {}
