"""`azimut engine retrace`: a stored test drawn again, to see that it can be."""

import json
from dataclasses import asdict
from uuid import UUID

import click
from flask.cli import with_appcontext

from webapp import db
from webapp.extensions import catalog, settings
from webapp.queries.assessments import turn_for_staff
from webapp.services.asking import Deck
from webapp.services.retracing import retraced


@click.command()
@click.argument("assessment", type=click.UUID)
@click.option("--json", "as_json", is_flag=True, help="one JSON document instead of sentences")
@with_appcontext
def retrace(assessment: UUID, *, as_json: bool) -> None:
    """Draw every question of ASSESSMENT again from its answers; refused if one differs."""
    with db.reading() as session:
        turn = turn_for_staff(session, assessment_id=assessment)
        if turn is None or turn.sitting.practice:
            raise click.ClickException("no such test, or it is a practice")
        draws = retraced(session, Deck(catalog(), settings().secret_key), turn.sitting)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in draws], ensure_ascii=False))
    different = [one for one in draws if one.again != one.asked]
    if different:
        lines = [
            f"question {one.number}: {one.asked} was asked, {one.again} is drawn again"
            for one in different
        ]
        raise click.ClickException("\n".join(lines))
    if not as_json:
        click.echo(f"{len(draws)} questions, all drawn again")
