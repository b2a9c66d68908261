"""A row that may already be there: one statement decides, on both databases."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from webapp.models import PreparedStatement


def insert_once(
    connection: Connection, table: Table, values: Mapping[str, Any], *, unique: Sequence[str]
) -> bool:
    """Whether the row was added; False when another has the same `unique` columns.

    If somebody else is adding it at this moment, waits until they have. Any other broken rule
    is an error as usual.
    """
    insertion = _insertion(connection.dialect.name, table, tuple(values), tuple(unique))
    return insertion.added(connection, values) == 1


@lru_cache(maxsize=64)
def _insertion(
    dialect: str, table: Table, columns: tuple[str, ...], unique: tuple[str, ...]
) -> PreparedStatement:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing(index_elements=list(unique))
    # inline: else PostgreSQL gives back an id that nobody reads
    return PreparedStatement(statement.inline(), columns)
