"""Folders of challenges: seen by the type checker, and importing only what they may."""

from pathlib import Path

from webapp.content.checking import purity

ROOT = Path(__file__).parents[2] / "challenges"
COMPETENCES = sorted(path for path in ROOT.glob("c[1-5]_*") if path.is_dir())
CHALLENGES = sorted(path.parent for path in ROOT.glob("c[1-5]_*/*/challenge.toml"))
GENERATORS = sorted(ROOT.glob("c[1-5]_*/*/generate.py"))


def test_the_bank_is_there() -> None:
    assert len(COMPETENCES) == 16
    assert len(CHALLENGES) >= 24
    assert len(GENERATORS) >= 24


def test_a_folder_is_a_package_or_nobody_checks_its_generator() -> None:
    folders = COMPETENCES + CHALLENGES
    assert [each.name for each in folders if not (each / "__init__.py").exists()] == []


def test_a_generator_imports_only_what_it_may_and_draws_from_its_seed_alone() -> None:
    assert [problem for path in GENERATORS for problem in purity.problems(path)] == []
