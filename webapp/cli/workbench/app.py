"""The application over a database of its own, thrown away afterwards, with the bench beside it."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from webapp import create_app, db, migrations
from webapp.cli.workbench import views
from webapp.config import Settings
from webapp.extensions import database
from webapp.models import Learner
from webapp.services import names


def create_workbench(home: Path) -> Flask:
    """The application as students have it, plus the bench at /apercu; `home` is its to fill."""
    address = f"sqlite:///{(home / 'preview.sqlite').resolve()}"
    app = create_app(Settings(home=home, database=address, development=True))
    app.register_blueprint(views.bp)
    with app.app_context():
        migrations.upgrade(database.engine)
        with db.transaction() as session:
            session.add(_author())
    return app


def _author() -> Learner:
    """Whoever answers on the bench."""
    first, last = "Aperçu", "Auteur"
    return Learner(
        first_name=first,
        last_name=last,
        sort_key=names.sort_key(last, first),
        match_key=names.match_key(first_name=first, last_name=last),
        created_at=datetime.now(UTC),
    )
