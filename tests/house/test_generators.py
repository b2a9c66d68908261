"""Folders of challenges: seen by the type checker, and importing only what they may."""

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2] / "challenges"
COMPETENCES = sorted(path for path in ROOT.glob("c[1-5]_*") if path.is_dir())
CHALLENGES = sorted(path.parent for path in ROOT.glob("c[1-5]_*/*/challenge.toml"))
GENERATORS = sorted(ROOT.glob("c[1-5]_*/*/generate.py"))
ALLOWED = ("webapp.domain", "webapp.simulators.worlds", "challenges.toolkit")
# Of the standard library, what would make a draw depend on anything but its seed.
NEVER = {"os", "pathlib", "secrets", "socket", "subprocess", "sys", "time", "urllib", "uuid"}


def test_the_bank_is_there() -> None:
    assert len(COMPETENCES) == 16
    assert len(CHALLENGES) >= 24
    assert len(GENERATORS) >= 24


def test_a_folder_is_a_package_or_nobody_checks_its_generator() -> None:
    folders = COMPETENCES + CHALLENGES
    assert [each.name for each in folders if not (each / "__init__.py").exists()] == []


def test_a_generator_imports_only_what_it_may() -> None:
    strange = {
        (path.parent.name, name)
        for path in GENERATORS
        for name in _imports(_parsed(path))
        if not _may_be_imported(name)
    }
    assert strange == set()


def test_a_generator_draws_from_its_seed_alone() -> None:
    strange = {
        (path.parent.name, call)
        for path in GENERATORS
        for call in _calls(_parsed(path))
        if _depends_on_more_than_a_seed(call)
    }
    assert strange == set()


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def _may_be_imported(name: str) -> bool:
    ours = any(name == each or name.startswith(f"{each}.") for each in ALLOWED)
    return ours or name.split(".")[0] in sys.stdlib_module_names - NEVER


def _calls(tree: ast.Module) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def _depends_on_more_than_a_seed(call: str) -> bool:
    return (
        call in {"hash", "id", "open", "set.pop"}
        or (call.startswith("random.") and call != "random.Random")
        or call.endswith((".now", ".today"))
    )


def _imports(tree: ast.Module) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            names += [node.module or ""]
    return names
