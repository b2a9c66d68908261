"""`azimut db`: the schema."""

import click
from flask.cli import with_appcontext

from webapp.extensions import database
from webapp.models import Base


@click.group("db")
def group() -> None:
    """The database."""


@group.command()
@with_appcontext
def upgrade() -> None:
    """Bring the schema to the newest version."""
    Base.metadata.create_all(database.engine)
