"""`azimut reveal`: what would be graded right, or wrong, for the question open in a test."""

import json
from typing import Any
from uuid import UUID

import click
from flask.cli import with_appcontext

from webapp import db
from webapp.content.casework import solution
from webapp.queries.assessments import Turn, turn_for_staff
from webapp.queries.presentations import journal_of


@click.command()
@click.argument("assessment", type=click.UUID)
@click.option("--wrong", is_flag=True, help="A wrong answer instead of a right one.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@with_appcontext
def reveal(assessment: UUID, *, wrong: bool, as_json: bool) -> None:
    """The form fields of a right answer to the question now open in ASSESSMENT.

    For whoever holds the database: no page ever shows this before the answer is given.
    """
    with db.reading() as session:
        turn = turn_for_staff(session, assessment_id=assessment)
        if turn is None or turn.asked is None:
            raise click.ClickException("no such test, or no question is open in it")
        begun = bool(journal_of(session.connection(), presentation_id=turn.asked.id))
    document = revealed(turn, wrong=wrong, begun=begun)
    click.echo(json.dumps(document, ensure_ascii=False, indent=None if as_json else 1))


def revealed(turn: Turn, *, wrong: bool, begun: bool) -> dict[str, Any]:
    """The challenge, its number in the test, the fields to post and the actions before them.

    `begun` when something was done in the environment already: it is restarted first.
    """
    if turn.asked is None:
        raise ValueError("no question is open")
    variant = turn.asked.question.variant
    answer = solution(variant, mistake=next(iter(variant.mistakes)) if wrong else None)
    if begun:
        answer["actions"] = [{"action": "restart"}, *answer["actions"]]
    return {
        "challenge": turn.asked.question.challenge_id,
        "number": turn.asked.number,
        **answer,
    }
