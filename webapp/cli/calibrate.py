"""`azimut engine calibrate`: item parameters from answers."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from webapp.cli import database_answers, outside
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.calibration import monitoring, publishing
from webapp.engine.calibration.evidence import Record
from webapp.engine.replay import answers_file, bank_file
from webapp.engine.replay.problems import BadInput


@click.command()
@click.option("--bank", "bank_path", type=outside.READABLE, help="BANK.json")
@click.option("--answers", type=outside.READABLE, help="tests taken, one a line")
@click.option("--out", type=outside.WRITABLE, help="the new parameters")
@click.option("--from-database", is_flag=True, help="the tests of the database, and publish there")
@database_answers.SCHOOL
@click.option("--json", "as_json", is_flag=True, help="one JSON document instead of sentences")
def calibrate(
    *,
    bank_path: Path | None,
    answers: Path | None,
    out: Path | None,
    from_database: bool,
    school: str | None,
    as_json: bool,
) -> None:
    """Learn item difficulties from answers; keep them if they foresee answers better.

    They are written to --out, or published in the database for the campaigns made from then on.
    It also names the items whose answers are not those expected, and those unfair to a group.
    """
    files = (bank_path, answers, out)
    if from_database and not any(files):
        report = database_answers.calibrated(school)
    elif not from_database and school is None and bank_path and answers and out:
        report = _calibrated(bank_path, answers, out)
    else:
        raise click.UsageError("give --bank, --answers and --out, or --from-database alone")
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else _sentences(report))


def _calibrated(bank_path: Path, answers: Path, out: Path) -> dict[str, Any]:
    skills, items = _specs(bank_path)
    bank = ItemBank.build(skills, items)
    records = _records(answers, bank)
    found = publishing.calibrated(skills, items, records)
    if found.better:
        outside.write_lines({out: [json.dumps(asdict(found.parameters), ensure_ascii=False)]})
    return {
        "published": found.better,
        "log_score_before": found.before,
        "log_score_after": found.after,
        **asdict(monitoring.watched(bank, found.parameters.bank(skills, items), records)),
    }


def _specs(path: Path) -> tuple[list[SkillSpec], list[ItemSpec]]:
    try:
        return bank_file.read_specs(outside.text_of(path))
    except BadInput as error:
        raise outside.refusal(path, error) from error


def _records(path: Path, bank: ItemBank) -> list[Record]:
    try:
        lines = outside.text_of(path).split("\n")
        return answers_file.read_answers(lines, bank, least=publishing.FEWEST)
    except BadInput as error:
        raise outside.refusal(path, error) from error


def _sentences(report: dict[str, Any]) -> str:
    if "log_score_after" not in report:
        return f"nothing published: {report['tests']} tests are too few"
    gain = report["log_score_after"] - report["log_score_before"]
    verdict = "nothing kept"
    if report["published"]:
        number = report.get("version")
        verdict = f"version {number} published" if number else "new parameters written"
    lines = [f"{verdict}: the mean log score of held-out answers changes by {gain:+.4f}"]
    lines += [f"check {one['item']}: z {one['z']:+.1f}" for one in report["alarms"]]
    lines += [f"unfair {one['item']}: {one['shift']:+.2f} SD" for one in report["unfair"]]
    return "\n".join(lines)
