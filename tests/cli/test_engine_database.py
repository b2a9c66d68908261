"""The answers of the database: `engine export`, `engine calibrate --from-database`."""

import json
from pathlib import Path

import pytest
from click import Command
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from tests import factories
from tests.fixtures import Saving
from tests.services.playing import enter, pass_all
from webapp.cli.calibrate import calibrate
from webapp.cli.database_answers import export
from webapp.models import Campaign, Organization, ParameterVersion
from webapp.services.asking import Deck


@pytest.fixture
def school(app: Flask, saving: Saving) -> str:
    """The number of a school where one student passed a whole test."""
    with saving() as session:
        deck = Deck(app.extensions["azimut.catalog"], b"a secret of tests")
        campaign = factories.campaign(session)
        learner = factories.learner(session, first_name="Inès", last_name="Benali")
        pass_all(session, deck, *enter(session, deck, campaign, learner=learner))
        wanted = select(Organization.uai).where(Organization.id == Campaign.organization_id)
        return session.scalars(wanted).one()


def _run(app: Flask, command: Command, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(command, list(arguments))


def _export(app: Flask, folder: Path, *more: str) -> tuple[Result, Path, Path]:
    bank, answers = folder / "bank.json", folder / "tests.jsonl"
    return (
        _run(app, export, "--bank", str(bank), "--answers", str(answers), *more),
        bank,
        answers,
    )


def test_what_is_exported_names_nobody_and_is_read_by_the_other_commands(
    app: Flask, school: str, tmp_path: Path
) -> None:
    result, bank, answers = _export(app, tmp_path, "--school", school)
    assert (result.exit_code, result.output) == (0, "1 tests written\n")
    test = json.loads(answers.read_text())
    assert test["student"] == "1"
    assert test["group"] == 1
    assert {outcome for _, outcome in test["steps"]} == {"skipped"}
    assert "Benali" not in answers.read_text() + bank.read_text()
    again = _run(
        app,
        calibrate,
        *("--bank", str(bank), "--answers", str(answers), "--out", str(tmp_path / "out.json")),
    )
    assert "at least 10 tests are needed" in again.output


def test_an_unknown_school_is_refused_and_nothing_is_written(
    app: Flask, school: str, tmp_path: Path
) -> None:
    result, bank, answers = _export(app, tmp_path, "--school", "0000000Z")
    assert result.exit_code == 1
    assert not bank.exists()
    assert not answers.exists()


def test_a_bank_that_cannot_be_written_leaves_no_answers_alone(
    app: Flask, school: str, tmp_path: Path
) -> None:
    bank, answers = tmp_path / "nowhere" / "bank.json", tmp_path / "tests.jsonl"
    result = _run(app, export, "--bank", str(bank), "--answers", str(answers))
    assert result.exit_code == 1
    assert "nowhere" in result.output
    assert list(tmp_path.glob("*.json*")) + list(tmp_path.glob(".*.json*")) == []


def test_too_few_tests_publish_nothing_and_are_no_failure(
    app: Flask, saving: Saving, school: str
) -> None:
    result = _run(app, calibrate, "--from-database")
    assert (result.exit_code, result.output) == (0, "nothing published: 1 tests are too few\n")
    report = json.loads(_run(app, calibrate, "--from-database", "--json").output)
    assert (report["published"], report["version"], report["tests"]) == (False, 0, 1)
    with saving() as session:
        assert session.scalars(select(ParameterVersion)).all() == []


def test_enough_tests_are_calibrated_in_place(app: Flask, saving: Saving) -> None:
    with saving() as session:
        deck = Deck(app.extensions["azimut.catalog"], b"a secret of tests")
        campaign = factories.campaign(session)
        for _ in range(10):
            pass_all(session, deck, *enter(session, deck, campaign))
    report = json.loads(_run(app, calibrate, "--from-database", "--json").output)
    assert report["tests"] == 10
    assert report["published"] == (report["log_score_after"] > report["log_score_before"])
    assert {"alarms", "unfair"} <= set(report)
    with saving() as session:
        numbers = session.scalars(select(ParameterVersion.id)).all()
    assert numbers == ([report["version"]] if report["published"] else [])


@pytest.mark.parametrize(
    "arguments",
    [[], ["--out", "x.json"], ["--from-database", "--out", "x.json"]],
    ids=["nothing", "half the files", "both"],
)
def test_files_or_the_database_but_not_both(app: Flask, arguments: list[str]) -> None:
    assert _run(app, calibrate, *arguments).exit_code == 2
