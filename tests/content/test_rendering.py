"""Drawn values stay themselves through templates and Markdown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.content import markup
from webapp.content.problems import BadContent
from webapp.content.showing import plain
from webapp.content.templates import SYNTAX, Drawn, Texts


def texts(tmp_path: Path, body: str) -> Texts:
    path = tmp_path / "prompt.md"
    path.write_text(body, "utf-8")
    return Texts.of(path)


def html(tmp_path: Path, body: str, **params: object) -> str:
    parts = texts(tmp_path, f"# Situation\n\n{body}\n")
    return markup.html(parts.drawn(params, ["Situation"])["Situation"])


@pytest.mark.parametrize(
    "value",
    ["photo_*_x.jpg", "x|y", "<script>alert(1)</script>", "a & b", "# titre", "`code`", "1. un"],
)
def test_a_drawn_value_is_never_read_as_markdown_or_html(tmp_path: Path, value: str) -> None:
    page = html(tmp_path, "Le fichier {{ name }} et `{{ name }}`.", name=value)
    assert plain(page) == f"Le fichier {value} et {value}."
    assert "<script" not in page
    assert page.count("<code>") == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Zl", "Zp", "Zs"]), min_size=1))
def test_any_value_comes_out_as_it_went_in(value: str) -> None:
    assert plain(markup.html(Drawn("\ue0000\ue001", (f"_{value}_",)))) == f"_{value}_"


@given(st.text("a é\n#{}%", max_size=30).filter(lambda body: not SYNTAX.search(f"{body}#")))
def test_a_part_without_anything_drawn_is_its_own_text(body: str) -> None:
    both = Texts(Path("prompt.md"), {"Fixe": (2, body), "Tirée": (9, body + "{{ '' }}")})
    fixed, drawn = both.drawn({}, both.parts).values()
    assert fixed.values == ()
    assert fixed.text == drawn.text.replace("\ue0000\ue001", "").strip("\n")


def test_a_value_may_hold_lines_in_a_block_of_code(tmp_path: Path) -> None:
    page = html(tmp_path, "```\n{{ tree }}\n```", tree="a/\n  b  c : d\n")
    assert "a/\n  b  c : d" in page


def test_a_table_is_made_of_rows_and_can_be_reached_by_keyboard(tmp_path: Path) -> None:
    body = (
        "| Nom | Taille |\n|---|---:|\n{% for r in rows %}\n| {{ r.n }} | {{ r.t }} |\n{% endfor %}"
    )
    page = html(tmp_path, body, rows=[{"n": "a|b", "t": 3}, {"n": "c", "t": 4}])
    assert page.count("<tr>") == 3
    assert '<td class="end">3</td>' in page
    assert 'tabindex="0"' in page
    assert "style=" not in page


def test_the_empty_corner_of_a_table_is_no_header(tmp_path: Path) -> None:
    page = html(tmp_path, "|   | A |\n|---|---|\n| 1 | x |")
    assert '<tr>\n<td></td>\n<th scope="col">A</th>\n</tr>' in page


def test_a_number_has_a_comma(tmp_path: Path) -> None:
    assert html(tmp_path, "{{ n }} et {{ m }}", n=1.5, m=-3) == "<p>1,5 et −3</p>"


@pytest.mark.parametrize("value", [True, None, [1], {"a": 1}])
def test_what_has_no_words_cannot_be_shown(tmp_path: Path, value: object) -> None:
    with pytest.raises(BadContent, match="ne s’affiche pas"):
        html(tmp_path, "{{ v }}", v=value)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("un\n{{ missing }}", 4),
        ("un\ndeux\n{% if %}", 5),
        ("{{ a.__class__ }}", 3),
        ("{{ a + 1 }}", 3),
    ],
)
def test_a_faulty_text_says_on_which_line(tmp_path: Path, body: str, line: int) -> None:
    with pytest.raises(BadContent) as refused:
        html(tmp_path, body, a="x")
    assert refused.value.problems[0].line == line


@pytest.mark.parametrize("end", ["{", "{{ a }} {", "{\n", "{\n\n"])
def test_a_part_may_end_with_a_brace(tmp_path: Path, end: str) -> None:
    parts = texts(tmp_path, f"# one\nun {{\n# two\n{end}")
    one, two = parts.drawn({"a": "x"}, {"one", "two"}).values()
    assert one.text == "un {"
    assert two.filled() == end.strip("\n").replace("{{ a }}", "x")


@pytest.mark.parametrize("before", ["", "\n", "un {\n", "{{ a }}\n\n", "un\n\n\ndeux\n"])
def test_the_line_of_a_fault_is_right_after_any_part(tmp_path: Path, before: str) -> None:
    body = f"# one\n{before}# two\n\n{{{{ missing }}}}\n"
    with pytest.raises(BadContent) as refused:
        texts(tmp_path, body).drawn({"a": "x"}, {"one", "two"})
    assert refused.value.problems[0].line == body.split("\n").index("{{ missing }}") + 1


def test_only_the_parts_that_are_needed_are_rendered(tmp_path: Path) -> None:
    parts = texts(tmp_path, "# one\n\n{{ a }}\n\n# two\n\n{{ missing }}\n")
    assert set(parts.drawn({"a": "x"}, {"one"})) == {"one"}


def test_a_heading_inside_a_block_of_code_is_not_a_part(tmp_path: Path) -> None:
    parts = texts(tmp_path, "# one\n\n```\n# commentaire\n```\n\n# two\n\nb\n").parts
    assert list(parts) == ["one", "two"]


def test_html_of_an_author_is_text(tmp_path: Path) -> None:
    page = html(tmp_path, "<b onclick=x>gras</b> <img src=x>")
    assert "<b" not in page
    assert "<img" not in page


def test_the_spaces_of_a_text_are_as_they_were_written(tmp_path: Path) -> None:
    assert html(tmp_path, "« {{ n }} Mo ? »", n=3) == "<p>« 3 Mo ? »</p>"


def test_a_value_in_a_tag_is_escaped_for_it(tmp_path: Path) -> None:
    page = html(tmp_path, "[{{ q }}](/a) et {{ q }}", q='b"c')
    assert page == '<p><a href="/a">b"c</a> et b"c</p>'
    drawn = html(tmp_path, "![{{ q }}](/a.png) {{ q }}", q='b"c')
    assert drawn == '<p><img src="/a.png" alt="b&quot;c"> b"c</p>'
