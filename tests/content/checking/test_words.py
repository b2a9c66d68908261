"""What `content check` says of words: French that is not, names that could be somebody’s."""

import pytest

from webapp.content.checking import fiction, french


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Il dit \"oui\".", "guillemets droits"),
        ("Attends...", "trois points"),
        ("oui,non", "virgule"),
        ("«oui»", "intérieures"),
        ("A partir de lundi", "À"),
        ("20% de rabais", "espace entre"),
        ("fin .", "avant une virgule ou un point"),
        ("l’ordinateur de Anouk", "élision"),
        ("ce que Inès demande", "élision"),
    ],
)  # fmt: skip
def test_french_refuses(text: str, message: str) -> None:
    assert any(message in rule for rule, _ in french.faults(text))


@pytest.mark.parametrize(
    "text",
    [
        "Qu’est-ce ? « Oui » : c’est fini ; bravo !",
        "À 10:42, l’adresse a.example/b?c=d vaut 3,4 Mo.",
        "Range-les : le plus léger d’abord (ou pas !).",
        "Le 06 39 98 12 34, c’est lui.",
        "Celui de Yanis, celui d’Anouk, de A à Z, du IV au Ve : ce que À et Cc disent.",
    ],
)
def test_french_accepts(text: str) -> None:
    assert list(french.faults(text)) == []


@pytest.mark.parametrize("text", ["a@b.fr", "https://www.ville.com/x", "8.8.8.8", "06 12 34 56 78"])
def test_what_could_belong_to_somebody_is_found(text: str) -> None:
    assert len(list(fiction.strays(f"voir {text} ici"))) == 1


def test_what_is_fictional_or_declared_is_let_through() -> None:
    text = "a@b.example, c.test, 192.0.2.7, 192.168.1.1, 06 39 98 12 34, texte.odt, impots.gouv.fr"
    assert list(fiction.strays(text, ["gouv.fr"])) == []
    assert list(fiction.strays("faux-gouv.fr", ["gouv.fr"]))
