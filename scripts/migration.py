"""A new version of the schema, drawn from the models: `python -m scripts.migration "What it does"`.

What Alembic writes is a draft: it sees no change of a CHECK constraint and moves no data. Read it.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from webapp import db, migrations


def main(message: str) -> None:
    """Write the next version beside the others, numbered, and say where."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'draft.sqlite'}")
        db.prepare_sqlite(engine)
        migrations.upgrade(engine)
        with engine.connect() as connection:
            config = migrations.configuration(connection)
            number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]) or sys.exit("usage: python -m scripts.migration WHAT IT DOES"))
