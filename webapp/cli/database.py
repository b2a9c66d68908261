"""`azimut db`: the schema."""

import click
from flask.cli import with_appcontext

from webapp import migrations
from webapp.extensions import database


@click.group("db")
def group() -> None:
    """The database."""


@group.command()
@with_appcontext
def upgrade() -> None:
    """Bring the schema to the newest version."""
    migrations.upgrade(database.engine)
