"""Folders of challenges: seen by the type checker, and importing only what they may."""

import ast
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("folder", COMPETENCES + CHALLENGES, ids=lambda path: path.name)
def test_a_folder_is_a_package_or_nobody_checks_its_generator(folder: Path) -> None:
    assert (folder / "__init__.py").exists()


@pytest.mark.parametrize("path", GENERATORS, ids=lambda path: path.parent.name)
def test_a_generator_imports_only_what_it_may(path: Path) -> None:
    for name in _imports(ast.parse(path.read_text())):
        ours = any(name == each or name.startswith(f"{each}.") for each in ALLOWED)
        standard = name.split(".")[0] in sys.stdlib_module_names - NEVER
        assert ours or standard, name


@pytest.mark.parametrize("path", GENERATORS, ids=lambda path: path.parent.name)
def test_a_generator_draws_from_its_seed_alone(path: Path) -> None:
    tree = ast.parse(path.read_text())
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    forbidden = {"hash", "id", "open", "set.pop"} | {
        each for each in calls if each.startswith("random.") and each != "random.Random"
    }
    assert not forbidden & set(calls)
    assert not {each for each in calls if each.endswith((".now", ".today"))}


def _imports(tree: ast.Module) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            names += [node.module or ""]
    return names
