"""Templates and style sheets: they read their screen and nothing else, and stay at home."""

import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import meta, nodes

from webapp.ui import assets

GLOBALS = {
    "screen",
    "url_for",
    "csrf_token",
    "static_url",
    "stylesheet_url",
    "scripts_url",
    "display",
}
TEMPLATES = sorted(assets.folder("templates").rglob("*.html"))
SHEETS = sorted(assets.folder("static").glob("css/**/*.css"))
INLINE = re.compile(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|hx-on|javascript:", re.I)


def _name(path: Path) -> str:
    return path.relative_to(assets.folder("templates").parent).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_reads_nothing_but_its_screen(application: Flask, path: Path) -> None:
    tree = application.jinja_env.parse(path.read_text())
    assert meta.find_undeclared_variables(tree) <= GLOBALS | _names_made_in(tree)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_holds_nothing_inline(path: Path) -> None:
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_every_form_works_without_javascript(path: Path) -> None:
    for form in re.findall(r"<form\b[^>]*>", path.read_text()):
        assert "action=" in form, form


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_a_style_sheet_asks_nothing_of_other_hosts(path: Path) -> None:
    assert re.findall(r"@import|url\(\s*['\"]?(?:https?:)?//", path.read_text()) == []


def test_a_page_and_its_fragment_have_one_body() -> None:
    for path in TEMPLATES:
        fragment = path.with_name(f"_{path.name}")
        if fragment.exists():
            own = f"{path.parent.name}/{fragment.name}"
            used = _used(path)
            assert own in used or used & _used(fragment) - {"components/icon.html"}, _name(path)


def _used(path: Path) -> set[str]:
    """The templates that this one includes or imports."""
    return set(re.findall(r'{%-? (?:include|from|import) "([^"]+)"', path.read_text()))


def _names_made_in(tree: nodes.Template) -> set[str]:
    """What the template defines or imports itself: blocks see it, though not as their own."""
    imported = [name for each in tree.find_all(nodes.FromImport) for name in each.names]
    return {
        *(name[1] if isinstance(name, tuple) else name for name in imported),
        *(each.target for each in tree.find_all(nodes.Import)),
        *(each.name for each in tree.find_all(nodes.Macro)),
        *(each.name for each in tree.find_all(nodes.Name) if each.ctx == "store"),
    }
