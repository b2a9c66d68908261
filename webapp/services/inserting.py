"""A row that may already be there: one statement decides, on both databases."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_once(
    connection: Connection, table: Table, values: Mapping[str, Any], *, unique: Sequence[str]
) -> bool:
    """Whether the row was added; False when another has the same `unique` columns.

    If somebody else is adding it at this moment, waits until they have. Any other broken rule
    is an error as usual.
    """
    statement = _insertion(connection.dialect.name, table, tuple(unique))
    return connection.execute(statement, dict(values)).rowcount == 1


@lru_cache(maxsize=64)
def _insertion(dialect: str, table: Table, unique: tuple[str, ...]) -> Insert:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    # inline: else PostgreSQL gives back an id that nobody reads
    statement = insert(table).on_conflict_do_nothing(index_elements=list(unique)).inline()
    # else psycopg forgets how many rows there were with the closed cursor
    return statement.execution_options(preserve_rowcount=True)
