"""The schema goes up and down without losing a row, and ends where the models are."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, func, inspect, select, table
from sqlalchemy.orm import Session

from tests import databases, factories
from webapp import migrations, models, schema

SCRIPTS = ScriptDirectory.from_config(migrations.configuration())
VERSIONS = [each.revision for each in SCRIPTS.walk_revisions("base", "heads")][::-1]


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    with databases.opened(empty_url) as engine:
        yield engine


def test_the_versions_make_one_line() -> None:
    assert len(SCRIPTS.get_heads()) == 1
    assert VERSIONS[0] == "0001"


def test_the_version_a_server_wants_is_where_going_up_ends(engine: Engine) -> None:
    migrations.upgrade(engine)
    with engine.connect() as connection:
        assert schema.newest() == VERSIONS[-1] == schema.current(connection)


def test_going_up_ends_exactly_where_the_models_are(engine: Engine) -> None:
    migrations.upgrade(engine)
    migrated = _described(engine)
    _everything(engine).drop_all(engine)
    models.Base.metadata.create_all(engine)
    expected = _described(engine)
    assert sorted(migrated) == sorted(expected)
    for name, description in expected.items():
        assert migrated[name] == description


def test_going_up_twice_changes_nothing(engine: Engine) -> None:
    migrations.upgrade(engine)
    before = _described(engine)
    migrations.upgrade(engine)
    assert _described(engine) == before


def test_going_down_to_nothing_leaves_no_table(engine: Engine) -> None:
    migrations.upgrade(engine)
    migrations.downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_no_row_is_lost_when_a_table_others_refer_to_is_changed(
    engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "9999_a_changed_parent.py").write_text(_HEADER.format("9999") + _CHANGED_PARENT)
    migrations.upgrade(engine)
    _fill_every_table(engine)
    before = _counts(engine)
    assert min(before.values()) > 0, before

    migrations.upgrade(engine, "9999", more=tmp_path)
    assert "motto" in {each["name"] for each in inspect(engine).get_columns("organization")}
    assert _counts(engine) == before

    migrations.downgrade(engine, VERSIONS[-1], more=tmp_path)
    assert "motto" not in {each["name"] for each in inspect(engine).get_columns("organization")}
    assert _counts(engine) == before


@pytest.mark.parametrize(("older", "newer"), tuple(pairwise(VERSIONS)))
def test_a_version_and_back_lose_no_row_of_filled_tables(
    engine: Engine, older: str, newer: str
) -> None:
    migrations.upgrade(engine)
    _fill_every_table(engine)
    migrations.downgrade(engine, older)
    before = _counts(engine)
    assert min(before.values()) > 0, before
    migrations.upgrade(engine, newer)
    after = _counts(engine)
    assert {name: after[name] for name in before} == before
    migrations.downgrade(engine, older)
    assert _counts(engine) == before


def test_a_migration_that_breaks_references_is_undone(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "9998_orphans.py").write_text(_HEADER.format("9998") + _ORPHANS)
    migrations.upgrade(engine)
    _fill_every_table(engine)
    before = _described(engine)
    with pytest.raises(Exception, match=r"refer to nothing|foreign key"):
        migrations.upgrade(engine, "9998", more=tmp_path)
    assert _described(engine) == before


_HEADER = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{{}}", "{VERSIONS[-1]}"
"""
_CHANGED_PARENT = """
def upgrade():
    with op.batch_alter_table("organization") as table:
        table.add_column(sa.Column("motto", sa.String(80), nullable=False, server_default=""))
        table.alter_column("name", type_=sa.String(200))


def downgrade():
    with op.batch_alter_table("organization") as table:
        table.alter_column("name", type_=sa.String(120))
        table.drop_column("motto")
"""
_ORPHANS = """
def upgrade():
    op.create_table("witness", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE classroom SET organization_id = 123456")
"""


def _fill_every_table(engine: Engine) -> None:
    """One student's test, from the school to the last draft."""
    with Session(engine) as session, session.begin():
        room = factories.classroom(session)
        learner = factories.learner(session, classroom=room)
        factories.account(session)
        session.add(models.BankVersion(digest="a" * 64, first_seen_at=factories.NOW))
        session.add(
            models.ParameterVersion(digest="b" * 64, parameters={}, created_at=factories.NOW)
        )
        session.add(models.IdentityAttempt(subject="code:X", failed_at=factories.NOW))
        session.add(
            models.FinishedTutorial(
                learner_id=learner.id,
                tutorial="formats",
                topic="formats",
                finished_at=factories.NOW,
            )
        )
        session.add(
            models.ExposureCount(
                organization_id=room.organization_id, challenge="formats-1x", eligible=2, given=1
            )
        )
        session.add(models.Handover(code="ABC123", learner_id=learner.id, created_at=factories.NOW))
        campaign = factories.campaign(session, classroom=room)
        participation = factories.participation(session, campaign=campaign, learner=learner)
        test = factories.assessment(session, learner=learner, participation=participation)
        asked = factories.presentation(session, assessment=test)
        factories.answer(session, presentation=asked)
        following = factories.presentation(session, assessment=test, number=2)
        session.add(
            models.Draft(
                presentation_id=following.id, revision=1, fields={}, saved_at=factories.NOW
            )
        )
        session.add(
            models.EnvironmentAction(
                presentation_id=following.id, sequence=1, fields={}, created_at=factories.NOW
            )
        )


def _counts(engine: Engine) -> dict[str, int]:
    names = [each for each in inspect(engine).get_table_names() if each != "alembic_version"]
    with engine.begin() as connection:
        return {name: _count(connection.scalar, name) for name in names}


def _count(scalar: Any, name: str) -> int:
    return int(scalar(select(func.count()).select_from(table(name))))


def _everything(engine: Engine) -> MetaData:
    metadata = MetaData()
    metadata.reflect(engine)
    return metadata


def _described(engine: Engine) -> dict[str, Any]:
    """All that the database itself knows of each table."""
    seen = inspect(engine)
    names = [each for each in seen.get_table_names() if each != "alembic_version"]
    return {
        name: {
            "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in seen.get_columns(name)},
            "primary key": seen.get_pk_constraint(name),
            "foreign keys": _sorted(seen.get_foreign_keys(name)),
            "unique": _sorted(seen.get_unique_constraints(name)),
            "checks": _sorted(seen.get_check_constraints(name)),
            "indexes": [_readable(each) for each in _sorted(seen.get_indexes(name))],
        }
        for name in names
    }


def _sorted(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: str(row["name"]))


def _readable(index: Any) -> dict[str, Any]:
    """An index with the condition of a partial one as text."""
    options = {name: str(value) for name, value in index.get("dialect_options", {}).items()}
    return {**index, "dialect_options": options}
