"""The tree itself: documents that tell the truth, vendored files untouched, no machine named."""

import hashlib
import re
import subprocess
from pathlib import Path

import click
import pytest

from webapp.cli import main as azimut
from webapp.config import Settings

ROOT = Path(__file__).parents[2]
SKIPPED = {".venv", ".git", "instance", "dist", "build", "test-results", "__pycache__"}
DOCUMENTS = [
    path
    for path in sorted(ROOT.rglob("*.md"))
    if not SKIPPED & set(path.relative_to(ROOT).parts) and "challenges" not in path.parts
]
FENCED = re.compile(r"```.*?```", re.S)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_links_of_a_document_lead_somewhere() -> None:
    lost = [
        (_name(path), target)
        for path in DOCUMENTS
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", FENCED.sub("", path.read_text()))
        if not target.startswith(("http:", "https:", "mailto:"))
        and not (path.parent / target).exists()
    ]
    assert lost == []


def test_commands_of_a_document_exist() -> None:
    steps = re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), re.M)
    for path in DOCUMENTS:
        code = " ".join(re.findall(r"```[^`]*```|`[^`\n]+`", path.read_text()))
        for step in re.findall(r"\bmake ([a-z][a-z0-9-]*)", code):
            assert step in steps, f"{_name(path)}: make {step}"
        for words in re.findall(r"\bazimut((?: [a-z][a-z-]+)+)", code):
            assert _command_exists(words.split()), f"{_name(path)}: azimut{words}"


def test_every_step_of_the_makefile_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for step in re.findall(r"^\.PHONY: (\S+)", makefile, re.M):
        assert re.search(rf"^{step}:.*## ", makefile, re.M), step


@pytest.mark.parametrize("folder", ["static/vendor", "e2e/vendor"])
def test_vendored_scripts_are_the_ones_whose_digest_is_noted(folder: str) -> None:
    noted = (ROOT / folder / "README.md").read_text()
    scripts = sorted((ROOT / folder).glob("*.js"))
    assert scripts
    for path in scripts:
        assert hashlib.sha256(path.read_bytes()).hexdigest() in noted, path.name


def test_the_top_of_the_tree_holds_nothing_else() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in _tracked()}
    known = {".ci", ".editorconfig", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile"}
    known |= {"README.md", "pyproject.toml", "requirements", "docs", "scripts"}
    known |= {"challenges", "e2e", "static", "templates", "tests", "webapp"}
    assert top == known


def test_nothing_names_a_machine() -> None:
    place = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+|Users/\w+)/")
    for path in _tracked():
        found = place.search(path.read_bytes().decode(errors="ignore"))
        assert found is None, f"{_name(path)}: {found}"


def test_requirements_name_no_host() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text(), path.name
        assert "--hash=sha256:" in path.read_text()


def _command_exists(words: list[str]) -> bool:
    """Whether the words lead to a command; those after it are its arguments."""
    command: click.Command | None = azimut
    for word in words:
        if not isinstance(command, click.Group):
            return True
        command = command.get_command(click.Context(command), word)
        if command is None:
            return False
    return True


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 (the git of the machine)
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / each for each in listed.stdout.split("\0") if each and (ROOT / each).is_file()]


def test_only_a_cap_that_exists_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for level in ("5", "7", "8"):
        monkeypatch.setenv("AZIMUT_PIX_CAP", level)
        assert Settings().pix_cap == int(level)
    monkeypatch.setenv("AZIMUT_PIX_CAP", "6")
    with pytest.raises(ValueError, match=r"5 \(640 pix\), 7 \(896\) or 8 \(1024\)"):
        Settings()
