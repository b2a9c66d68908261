"""`azimut engine`: the adaptive engine on outside data, and its study."""

import json
from pathlib import Path
from typing import Any

import click

from webapp.cli import outside
from webapp.cli.calibrate import calibrate
from webapp.cli.database_answers import export
from webapp.cli.retrace import retrace
from webapp.cli.study import measure_speed, study
from webapp.engine.bank import ItemBank
from webapp.engine.replay import bank_file, playing, students_file
from webapp.engine.replay.problems import BadInput
from webapp.engine.scope import Scope


@click.group("engine")
def group() -> None:
    """The adaptive engine."""


group.add_command(study)
group.add_command(measure_speed)
group.add_command(calibrate)
group.add_command(export)
group.add_command(retrace)


@group.command()
@click.option("--bank", "bank_path", type=outside.READABLE, required=True, help="BANK.json")
@click.option(
    "--responses", type=outside.READABLE, required=True, help="R.jsonl, one student a line"
)
@click.option("--out", type=outside.WRITABLE, required=True, help="OUT.jsonl")
@click.option("--length", type=click.IntRange(min=1), help="questions; else the stop rule decides")
@click.option("--competence", "competences", multiple=True, metavar="ID …", help="only these")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--bare", is_flag=True, help="no exposure control, no motivation floor")
@click.argument("more", nargs=-1, metavar="")
def replay(
    bank_path: Path,
    responses: Path,
    out: Path,
    length: int | None,
    competences: tuple[str, ...],
    seed: int,
    bare: bool,
    more: tuple[str, ...],
) -> None:
    """Give the students of R.jsonl an adaptive test over BANK.json; write OUT.jsonl."""
    if more and not competences:
        raise click.UsageError(f"Got unexpected extra argument ({more[0]})")
    bank = _bank(bank_path)
    chosen = _chosen(bank, (*competences, *more))
    scope = Scope.of(bank, _limits(bank, chosen))
    students = _students(responses, bank, scope)
    rules = playing.Rules(length=length, seed=seed, bare=bare)
    tests = playing.played(bank, scope, students, rules)
    records = (playing.record(student, test, chosen) for student, test in tests)
    outside.write_lines({out: (_json(record) for record in records)})


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def _bank(path: Path) -> ItemBank:
    try:
        return bank_file.read_bank(outside.text_of(path))
    except BadInput as error:
        raise outside.refusal(path, error) from error


def _students(path: Path, bank: ItemBank, scope: Scope) -> list[students_file.Student]:
    try:
        return students_file.read_students(outside.text_of(path).split("\n"), bank, scope.items)
    except BadInput as error:
        raise outside.refusal(path, error) from error


def _chosen(bank: ItemBank, names: tuple[str, ...]) -> frozenset[str]:
    unknown = [name for name in names if name not in bank.competences]
    if unknown:
        raise click.ClickException(f"--competence: {unknown[0]!r} is not in the bank")
    return frozenset(names or bank.competences)


def _limits(bank: ItemBank, chosen: frozenset[str]) -> dict[str, int]:
    """Every level of every topic of these competences."""
    owners = zip(bank.topics, bank.competence_of_topic, strict=True)
    return {
        topic: playing.ALL_LEVELS for topic, place in owners if bank.competences[place] in chosen
    }
