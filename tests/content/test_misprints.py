"""Whatever is wrong in the template of a text is told in French, on its line."""

from pathlib import Path

import pytest

from webapp.content.problems import BadContent
from webapp.content.templates import Texts

VALUES = {"a": "x", "n": 3, "rows": [{"t": 1}], "d": {"k": 1}}


def fault(body: str) -> str:
    """What is said of a text between two others, after the number of its line from 1."""
    parts = {"Situation": (2, "un"), "Consigne": (5, f"{body}\ntrois\n"), "Document": (9, "deux")}
    with pytest.raises(BadContent) as refused:
        Texts(Path("prompt.md"), parts).drawn(VALUES, parts)
    [problem] = refused.value.problems
    assert problem.message.startswith("gabarit : ")
    return f"{problem.line - 4}: {problem.message.removeprefix('gabarit : ')}"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        # tags
        ("un\n{% if a %}x\ny", "2: « {% if %} » n’est pas refermé : il manque « {% endif %} »"),
        ("{% if a %}{% endif %}\n{% if a %}{% if n %}\n{% endif %}",
         "2: « {% if %} » n’est pas refermé : il manque « {% endif %} »"),
        ("{% for r in rows %}", "1: « {% for %} » n’est pas refermé : il manque « {% endfor %} »"),
        ("un\n{% endif %}",
         "2: « {% endif %} » ne referme rien : il n’y a pas de « {% if %} » avant"),
        ("{% if a %}{% endfor %}",
         "1: « {% endfor %} » vient trop tôt : il manque « {% endif %} » avant"),
        ("{% else %}", "1: « {% else %} » n’est pas entre « {% if … %} » et « {% endif %} »"),
        ("{% si a %}", "1: « {% si %} » n’existe pas ; au choix : if, elif, else, for, set"),
        ("{% %}", "1: « {% %} » est vide"),
        ("{% if %}{% endif %}", "1: il manque une valeur avant la fin de la balise"),
        ("{% for r of rows %}", "1: une boucle s’écrit « {% for nom in liste %} »"),
        ("{% if a = 'x' %}", "1: une comparaison s’écrit « == »"),
        ("{% if a", "2: il manque « %} » avant « trois », ou un signe entre les deux"),
        ("{% raw %}", "1: « {% raw %} » n’est pas refermé : il manque « {% endraw %} »"),
        ("{# un", "1: il manque « #} » pour refermer « {# »"),
        ("{% include 'x' %}",
         "1: un texte n’en appelle pas d’autre : sans include, import, extends ni block"),
        ("{% set 3 = 4 %}", "1: cette balise ne se comprend pas (can't assign to 'const')"),
        # values
        ("{{ }}", "1: il manque une valeur avant la fin de la balise"),
        ("{{ a + }}", "1: il manque une valeur avant la fin de la balise"),
        ("{{ a b }}", "1: il manque « }} » avant « b », ou un signe entre les deux"),
        ("{{ a }",
         "1: une accolade est seule : une valeur finit par « }} », une balise par « %} »"),
        ("{{ (a }}", "1: il manque « ) »"),
        ("{{ a) }}", "1: « ) » est de trop"),
        ("{{ 'a }}", "1: il manque le guillemet qui ferme un texte"),
        ("{{ a ? n }}", "1: « ? » n’a pas de sens ici"),
        ("{{ a|majuscule }}", "1: le filtre « majuscule » n’existe pas"),
        ("{{ a is grand }}", "1: le test « grand » n’existe pas"),
        ("{{ b }}", "1: « b » n’est pas une valeur du tirage (params de generate.py)"),
        ("{{ d.params }}", "1: une valeur de type dict n’a pas de « params »"),
        ("{{ rows[5].t }}", "1: une valeur de type list n’a pas de « 5 »"),
        ("{{ a.__class__ }}", "1: « __class__ » n’est pas permis dans un texte"),
        ("{{ a + 1 }}", "1: un calcul ou une comparaison demande des valeurs de même type"),
        ("{{ a < n }}", "1: un calcul ou une comparaison demande des valeurs de même type"),
        ("{{ n / 0 }}", "1: division par zéro"),
        ("{% for x in n %}{% endfor %}",
         "1: une boucle demande une liste, et non une valeur de type int"),
        ("{{ rows }}", "1: une valeur de type list ne s’affiche pas"),
        ("{{ a() }}", "1: ces valeurs ne permettent pas ce calcul "
         "(TypeError : 'str' object is not callable)"),
    ],
)  # fmt: skip
def test_a_misprint_is_told_in_french_with_its_line(body: str, says: str) -> None:
    assert fault(body) == says
