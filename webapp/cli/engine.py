"""`azimut engine`: the adaptive engine on outside data, and its study."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from webapp.cli.study import study
from webapp.engine.bank import ItemBank
from webapp.engine.replay import bank_file, playing, students_file
from webapp.engine.replay.problems import BadInput
from webapp.engine.scope import Scope

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.group("engine")
def group() -> None:
    """The adaptive engine."""


group.add_command(study)


@group.command()
@click.option("--bank", "bank_path", type=_FILE, required=True, help="BANK.json")
@click.option("--responses", type=_FILE, required=True, help="R.jsonl, one student a line")
@click.option("--out", type=_OUT, required=True, help="OUT.jsonl")
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
    _write(out, (playing.record(student, test, chosen) for student, test in tests))


def _bank(path: Path) -> ItemBank:
    try:
        return bank_file.read_bank(_text(path))
    except BadInput as error:
        raise _refusal(path, error) from error


def _students(path: Path, bank: ItemBank, scope: Scope) -> list[students_file.Student]:
    try:
        return students_file.read_students(_text(path).split("\n"), bank, scope.items)
    except BadInput as error:
        raise _refusal(path, error) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{path}: not UTF-8 text ({error.reason})") from error


def _refusal(path: Path, error: BadInput) -> click.ClickException:
    return click.ClickException("\n".join(f"{path}: {problem}" for problem in error.problems))


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


def _write(out: Path, records: Iterator[dict[str, Any]]) -> None:
    """All the records, or nothing: the file takes its name once it is complete."""
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
        Path(name).chmod(0o644)
        Path(name).replace(out)
    finally:
        Path(name).unlink(missing_ok=True)
