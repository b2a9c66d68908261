"""HTML in a text is a fault, since students would read it; what only looks like it is none."""

from pathlib import Path

import pytest

from tests.content.banks import FOLDER, bank, rewritten
from webapp.content import checking
from webapp.content.checking import tags
from webapp.content.templates import Texts


@pytest.mark.parametrize(
    ("text", "line", "tag"),
    [
        ("C’est <b>gras</b>.", 3, "<b>"),
        ("Un.\n\nDeux,\ntrois<br>quatre.", 6, "<br>"),
        ("Un.\n\n<div class='x'>\ndeux\n</div>", 5, "<div class='x'>"),
        ("`<i>` et\n<EM>deux</EM>", 4, "<EM>"),
        ("- un\n- <u>deux</u>", 4, "<u>"),
        ("| a | b |\n|---|---|\n| 1 | <br/> |", 5, "<br/>"),
        ("Un <!-- à revoir -->", 3, "<!-- à revoir -->"),
        ("{% if one <b and two> 3 %}{% endif %}un <b>", 3, "<b>"),
        ("> {{ one }}</p>", 3, "</p>"),
    ],
)
def test_html_in_a_text_is_a_fault_since_students_would_read_it(
    tmp_path: Path, text: str, line: int, tag: str
) -> None:
    rewritten(
        bank(tmp_path), f"{FOLDER}/explain.md", "Tu as soustrait", f"{text}\n\nTu as soustrait"
    )
    said = [
        problem for problem in checking.check(tmp_path).problems if "Markdown" in problem.message
    ]
    assert [(problem.path.name, problem.line) for problem in said] == [("explain.md", line)]
    assert said[0].message.startswith(f"« {tag} » ")


@pytest.mark.parametrize(
    "text",
    [
        "a < b, <3, x<y et z>t, 3<b",
        "`<b>gras</b>` et ``<br>``",
        "```html\n<p>un</p>\n\n<br>\n```",
        "    <b>un</b>",
        "<https://a.example> ou <nom>@ecole.example",
        "{% if one <b %}{% endif %}{# <b> #}{{ '<b>' }}",
        "\\<b>",
    ],
)
def test_what_only_looks_like_html_is_a_text_like_any_other(tmp_path: Path, text: str) -> None:
    path = tmp_path / "prompt.md"
    path.write_text(f"# Situation\n\n{text}\n", "utf-8")
    assert list(tags.problems(Texts.of(path))) == []


def test_html_in_a_tutorial_is_a_fault(tmp_path: Path) -> None:
    tutorial = "c1_2_gerer/tutorials/tailles-t1.md"
    rewritten(bank(tmp_path), tutorial, "**mille**", "<b>mille</b>")
    [problem] = checking.check(tmp_path, draws=2).problems
    assert (problem.path.name, problem.line) == ("tailles-t1.md", 13)
