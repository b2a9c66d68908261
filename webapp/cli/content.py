"""azimut content: check the bank, solve a draw."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

import click

from webapp import content
from webapp.content import casework, checking, drawing, editors, generators, scaffolding, showing
from webapp.content.checking import coverage
from webapp.content.checking.blueprint import blueprint
from webapp.content.problems import BadContent, Problem
from webapp.domain.errors import DomainError


class _Commands(click.Group):
    """A bank that cannot be read or drawn is told by its faults, whatever the command."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BadContent as error:
            _refuse(error.problems)


@click.group("content", cls=_Commands)
def group() -> None:
    """The bank of challenges: check it, solve it."""


@group.command("check")
@click.option("--draws", default=10, show_default=True, type=click.IntRange(1, 2000))
@click.option("--only", metavar="CHALLENGE", help="Check one challenge.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def check(draws: int, only: str | None, as_json: bool) -> None:
    """Validate the whole bank: every problem with its file and line."""
    try:
        report = checking.check(draws=draws, only=only)
    except KeyError as error:
        raise click.BadParameter(f"no challenge {error}", param_hint="--only") from error
    if as_json:
        click.echo(json.dumps(_document(report), ensure_ascii=False, indent=1))
    else:
        _show(report, counts=only is None)
    if report.problems:
        _refuse(report.problems, quietly=as_json)


@group.command("solve")
@click.argument("challenge")
@click.option("--seed", required=True, type=int)
@click.option("--wrong", is_flag=True, help="A wrong answer instead of a right one.")
@click.option("--mistake", metavar="NAME", help="The wrong answer of that mistake.")
@click.option("--case", is_flag=True, help="As a case of cases.toml, options in words.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def solve(
    challenge: str, seed: int, wrong: bool, mistake: str | None, case: bool, as_json: bool
) -> None:
    """The form fields of a right answer for one draw of a challenge."""
    catalog = content.load()
    if challenge not in catalog.challenges:
        raise click.BadParameter(f"no challenge {challenge}", param_hint="CHALLENGE")
    variant = drawing.draw(catalog, challenge, seed)
    if mistake is None and wrong:
        mistake = next(iter(variant.mistakes), "")
    if mistake is not None and mistake not in variant.mistakes:
        raise click.BadParameter(f"this draw has {list(variant.mistakes)}", param_hint="--mistake")
    answer = casework.solution(variant, mistake=mistake)
    if case:
        click.echo(casework.written(variant, answer, seed=seed, mistake=mistake))
    else:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=None if as_json else 1))


@group.command("show")
@click.argument("challenge")
@click.option("--seed", default=0, show_default=True, type=int)
def show(challenge: str, seed: int) -> None:
    """One draw as text: what a student reads, then what grades and explains it."""
    catalog = content.load()
    if challenge not in catalog.challenges:
        raise click.BadParameter(f"no challenge {challenge}", param_hint="CHALLENGE")
    click.echo(showing.shown(drawing.question(catalog, challenge, seed)))


@group.command("left")
@click.argument("within", default="")
def left(within: str) -> None:
    """Challenges that nobody has written yet, of one topic or competence (« diag », « 5.1 »)."""
    catalog = content.load()
    if within and within not in {*catalog.topics, *catalog.skills, *catalog.competences}:
        raise click.BadParameter(f"no topic or competence {within}", param_hint="WITHIN")
    lines = list(coverage.listed(catalog, blueprint(catalog.root), within=within))
    click.echo("\n".join(lines) or "Nothing left.")


@group.command("new")
@click.argument("challenge")
def new(challenge: str) -> None:
    """Begin a challenge of the plan: its folder, with files that draw and can be solved."""
    try:
        folder = scaffolding.begin(challenge)
    except DomainError as error:
        raise click.ClickException(error.message) from error
    click.echo(f"{folder}\nNext: azimut content preview {challenge}")


@group.command("preview")
@click.argument("challenge", required=False)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8001, show_default=True, type=click.IntRange(1, 65535))
def preview(challenge: str | None, host: str, port: int) -> None:
    """Answer draws on the pages that students have; the pages follow the files as they change."""
    from werkzeug.serving import run_simple

    from webapp.cli.workbench import create_workbench

    if challenge and challenge not in blueprint(generators.BANK).challenges:
        raise click.BadParameter(f"no challenge {challenge}", param_hint="CHALLENGE")
    sys.dont_write_bytecode = True  # two versions of a file within a second must not be mixed
    with TemporaryDirectory() as home:
        app = create_workbench(Path(home))
        click.echo(f"http://{host}:{port}/apercu{f'/{challenge}' if challenge else ''}")
        run_simple(host, port, app, threaded=True)


@group.command("schema")
def schema() -> None:
    """Write the JSON Schemas that help editors complete and check the TOML files."""
    for path in editors.write():
        click.echo(str(path))


def _document(report: checking.Report) -> dict[str, Any]:
    return {
        "problems": [
            {"file": str(p.path), "line": p.line, "message": p.message} for p in report.problems
        ],
        "checked": report.checked,
        "draws": report.draws,
        **asdict(report.coverage),
    }


def _show(report: checking.Report, *, counts: bool) -> None:
    click.echo(f"{report.checked} challenges × {report.draws} draws")
    if not counts:
        return
    cover = report.coverage
    for name in ("competences", "levels", "formats", "journeys"):
        listed = (
            f"{key} {done}/{planned}" for key, (done, planned) in getattr(cover, name).items()
        )
        click.echo(f"{name}: {', '.join(listed)}")
    for name in ("challenges", "tutorials"):
        done, planned = getattr(cover, name)
        click.echo(f"{name}: {done}/{planned}")


def _refuse(problems: tuple[Problem, ...], *, quietly: bool = False) -> NoReturn:
    for problem in () if quietly else problems:
        click.echo(str(problem), err=True)
    click.echo(f"{len(problems)} problem(s)", err=True)
    raise click.exceptions.Exit(1)
