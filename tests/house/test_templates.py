"""Templates and style sheets: they read their screen and nothing else, and stay at home."""

import re
from collections.abc import Collection
from pathlib import Path

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


def test_a_template_reads_nothing_but_its_screen(application: Flask) -> None:
    read = {path: application.jinja_env.parse(path.read_text()) for path in TEMPLATES}
    strange = {
        _name(path): meta.find_undeclared_variables(tree) - GLOBALS - _names_made_in(tree)
        for path, tree in read.items()
    }
    assert _faulty(strange) == {}


def test_a_template_holds_nothing_inline() -> None:
    assert _faulty({_name(path): INLINE.findall(path.read_text()) for path in TEMPLATES}) == {}


def test_every_form_works_without_javascript() -> None:
    forms = {_name(path): re.findall(r"<form\b[^>]*>", path.read_text()) for path in TEMPLATES}
    lost = {name: [form for form in each if "action=" not in form] for name, each in forms.items()}
    assert _faulty(lost) == {}


def test_a_style_sheet_asks_nothing_of_other_hosts() -> None:
    asking = re.compile(r"@import|url\(\s*['\"]?(?:https?:)?//")
    assert _faulty({_name(path): asking.findall(path.read_text()) for path in SHEETS}) == {}


def test_a_page_and_its_fragment_have_one_body() -> None:
    for path in TEMPLATES:
        fragment = path.with_name(f"_{path.name}")
        if fragment.exists():
            own = f"{path.parent.name}/{fragment.name}"
            used = _used(path)
            assert own in used or used & _used(fragment) - {"components/icon.html"}, _name(path)


def _faulty(found: dict[str, Collection[str]]) -> dict[str, Collection[str]]:
    """The files in which something was found."""
    return {name: each for name, each in found.items() if each}


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
