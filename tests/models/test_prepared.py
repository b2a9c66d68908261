"""A prepared statement does what SQLAlchemy would do, on both databases."""

from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from tests import factories
from webapp.extensions import database
from webapp.models import Learner, Participation, PreparedStatement, table
from webapp.models.base import Base

LEARNER, PARTICIPATION = table(Learner), table(Participation)
NAMES = ("organization_id", "last_name", "first_name", "sort_key", "match_key", "created_at")
ADA = ("Lovelace", "Ada", "ada", "ada", factories.NOW)


def _learner(session: Session, **changed: Any) -> dict[str, Any]:
    school = factories.organization(session).id
    return {**dict(zip(NAMES, (school, *ADA), strict=True)), **changed}


def _added(connection: Connection, values: dict[str, Any]) -> int:
    return PreparedStatement(insert(LEARNER).inline(), tuple(values)).added(connection, values)


@pytest.mark.parametrize("name", ["answer", "assessment", "learner", "participation", "campaign"])
def test_it_reads_the_values_that_sqlalchemy_reads(session: Session, name: str) -> None:
    campaign, learner = factories.campaign(session), factories.learner(session)
    joined = factories.participation(session, campaign=campaign, learner=learner)
    test = factories.assessment(session, learner=learner, participation=joined)
    factories.answer(session, presentation=factories.presentation(session, assessment=test))
    everything = select(Base.metadata.tables[name])
    usual = [list(row) for row in session.connection().execute(everything)]
    assert len(usual) == 1
    assert PreparedStatement(everything).rows(session.connection(), {}) == usual


def test_it_writes_what_it_is_given_and_the_defaults_of_the_rest(session: Session) -> None:
    connection = session.connection()
    values = _learner(session)
    assert _added(connection, values) == 1
    assert _added(connection, values) == 1
    first, second = connection.execute(select(LEARNER)).mappings()
    assert {name: first[name] for name in NAMES} == values
    assert first["session_epoch"] == 0
    assert first["id"] != second["id"]


def test_a_value_is_bound_where_the_statement_names_it(session: Session) -> None:
    one, other = factories.learner(session), factories.learner(session)
    named = PreparedStatement(select(LEARNER.c.id).where(LEARNER.c.id == bindparam("learner")))
    assert named.rows(session.connection(), {"learner": one.id}) == [[one.id]]
    assert named.rows(session.connection(), {"learner": other.id}) == [[other.id]]
    with pytest.raises(KeyError, match="learner"):
        named.rows(session.connection(), {})


def test_a_value_of_the_statement_itself_stays(session: Session) -> None:
    learner = factories.learner(session)
    fixed = PreparedStatement(select(LEARNER.c.id).where(LEARNER.c.id == learner.id).limit(1))
    assert fixed.rows(session.connection(), {}) == [[learner.id]]


def test_a_broken_rule_is_the_error_that_sqlalchemy_raises_and_tells_no_value(
    session: Session,
) -> None:
    values = _learner(session, organization_id=987654, first_name="Zénobie")
    with pytest.raises(IntegrityError) as raised:
        _added(session.connection(), values)
    assert "Zénobie" not in str(raised.value)


def test_it_begins_a_transaction_that_a_rollback_undoes(session: Session) -> None:
    values = _learner(session)
    session.commit()
    with database.engine.connect() as connection:
        assert _added(connection, values) == 1
        connection.rollback()
        assert PreparedStatement(select(LEARNER)).rows(connection, {}) == []


def test_it_is_counted_with_the_others(session: Session, statements: list[str]) -> None:
    statements.clear()
    PreparedStatement(select(LEARNER.c.id)).rows(session.connection(), {})
    session.execute(text("SELECT 1"))
    assert [each.split()[:2] for each in statements] == [["SELECT", "learner.id"], ["SELECT", "1"]]


def test_it_is_heard_whatever_the_options_of_its_engine(
    session: Session, statements: list[str]
) -> None:
    session.commit()
    statements.clear()
    with database.engine.execution_options(logging_token="mine").connect() as connection:
        PreparedStatement(select(LEARNER.c.id)).rows(connection, {})
    assert len(statements) == 1


@pytest.mark.parametrize("begun", [False, True])
def test_a_connection_that_was_closed_is_not_used_again(session: Session, *, begun: bool) -> None:
    session.commit()
    learners = PreparedStatement(select(LEARNER.c.id))
    with database.engine.connect() as connection:
        if begun:
            assert learners.rows(connection, {}) == []
        _close(connection, session)
        with pytest.raises(DBAPIError) as raised:
            learners.rows(connection, {})
        assert raised.value.connection_invalidated
        connection.rollback()
        assert learners.rows(connection, {}) == []


def _close(connection: Connection, session: Session) -> None:
    """The server ends it, or where there is none, the driver."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        driver.close()
    else:
        session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": driver.info.backend_pid})
