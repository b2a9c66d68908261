"""What is left to write of the plan."""

from pathlib import Path

from tests.content.banks import bank
from webapp.content import checking, loader
from webapp.content.checking import coverage
from webapp.content.checking.blueprint import blueprint


def test_what_is_left_to_write_is_counted_by_competence_level_and_format(tmp_path: Path) -> None:
    cover = checking.check(bank(tmp_path), draws=2).coverage
    assert cover.competences == {"1.2": (1, 2)}
    assert cover.levels == {"3": (1, 2)}
    assert cover.formats == {"qcu": (0, 1), "qroc": (1, 1)}
    assert cover.journeys == {"essai": (1, 1)}
    assert cover.left == ("tailles-3y",)


def test_what_is_left_to_write_is_listed_with_its_format_and_its_skill(tmp_path: Path) -> None:
    catalog, _ = loader.read(bank(tmp_path))
    plan = blueprint(tmp_path)
    assert list(coverage.listed(catalog, plan)) == ["tailles-3y  qcu  Additionner des tailles"]
    assert list(coverage.listed(catalog, plan, within="1.2"))
    assert list(coverage.listed(catalog, plan, within="tailles"))
    assert list(coverage.listed(catalog, plan, within="formats")) == []
