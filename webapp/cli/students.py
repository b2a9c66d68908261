"""`azimut students`: the lists of schools."""

import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from flask.cli import with_appcontext

from webapp import db
from webapp.domain.errors import DomainError
from webapp.services.importing import Imported, import_students, school_of
from webapp.services.roster import read_roster
from webapp.services.spreadsheet import Problem


@click.group("students")
def group() -> None:
    """The lists of students."""


@group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--school", "uai", required=True, help="The national number (UAI) of the school.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on the output.")
@with_appcontext
def import_command(file: Path, uai: str, *, as_json: bool) -> None:
    """Import a CSV list: columns Nom, Prénom, Date de naissance, Classe, and INE if known.

    Nothing is imported when anything is wrong; every error is listed with its line and column.
    """
    roster = read_roster(file.read_bytes())
    try:
        with db.transaction() as session:
            school = school_of(session, uai)
            done = import_students(session, school.id, roster)
    except DomainError as error:
        _refuse(error.message, roster.problems, as_json=as_json)
    else:
        _tell(done, as_json=as_json)


def _refuse(message: str, problems: Sequence[Problem], *, as_json: bool) -> None:
    click.echo(message, err=True)
    for problem in problems:
        field = f", {problem.field}" if problem.field else ""
        click.echo(f"ligne {problem.line}{field} : {problem.reason}", err=True)
    if as_json:
        errors = [dataclasses.asdict(problem) for problem in problems]
        click.echo(
            json.dumps({"imported": False, "reason": message, "errors": errors}, ensure_ascii=False)
        )
    sys.exit(1)


def _tell(done: Imported, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"imported": True, **dataclasses.asdict(done)}))
        return
    for sentence in done.sentences:
        click.echo(sentence)
