"""The answers of the database: taken out without names, or calibrated on the spot."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from webapp import db
from webapp.cli import outside
from webapp.domain.errors import DomainError
from webapp.engine.calibration import publishing
from webapp.extensions import catalog
from webapp.services import calibrating, recording, scales
from webapp.services.importing import school_of

SCHOOL = click.option(
    "--school", metavar="UAI", help="its tests are group 1, against all others, for fairness"
)


@click.command()
@click.option("--bank", "bank_path", type=outside.WRITABLE, required=True, help="BANK.json")
@click.option("--answers", type=outside.WRITABLE, required=True, help="TESTS.jsonl")
@SCHOOL
@with_appcontext
def export(bank_path: Path, answers: Path, school: str | None) -> None:
    """Write the bank and every test of the database, without names, for the other commands."""
    scale = scales.Scale(catalog())
    with db.reading() as session:
        _known(session, school)
        tests = recording.recorded_tests(session, scales.bank_of(scale), school=school)
    lines = (json.dumps(one, ensure_ascii=False) for one in calibrating.lines_of(tests))
    document = json.dumps(calibrating.bank_document(catalog()), ensure_ascii=False, indent=1)
    outside.write_lines({answers: lines, bank_path: [document]})
    click.echo(f"{len(tests)} tests written")


@with_appcontext
def calibrated(school: str | None) -> dict[str, Any]:
    """Publish a new version of the parameters if it foresees answers better; what was found."""
    with db.reading() as session:
        _known(session, school)
        current = scales.newest_version(session)
        bank = scales.bank_of(scales.Scale(catalog()))
        tests = recording.recorded_tests(session, bank, school=school)
    report: dict[str, Any] = {"published": False, "version": current.id, "tests": len(tests)}
    if len(tests) < publishing.FEWEST:
        return {**report, "alarms": [], "unfair": []}
    found = calibrating.findings(catalog(), current, tests)
    if found.better:
        with db.transaction() as session:
            number = calibrating.publish(session, found.parameters, now=datetime.now(UTC))
        report |= {"published": True, "version": number}
    return {
        **report,
        "log_score_before": found.before,
        "log_score_after": found.after,
        **asdict(found.watch),
    }


def _known(session: Session, school: str | None) -> None:
    if school is not None:
        try:
            school_of(session, school)
        except DomainError as error:
            raise click.ClickException(error.message) from error
