"""Rows gathered into one JSON value, to join a larger statement: one row costs half of many."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class gathered(FunctionElement[list[Any]]):  # noqa: N801 (as SQL calls its functions)
    """An aggregate of columns: a list of rows, in no order; None or empty without rows.

    A row is a list; of one column, its value.
    Values come as the database keeps them: identifiers and moments are strings, JSON is JSON.
    """

    type = JSON()
    inherit_cache = True


@compiles(gathered)
def _on_sqlite(element: gathered, compiler: SQLCompiler, **options: Any) -> str:
    columns = [
        f"json({written})" if isinstance(column.type, JSON) else written
        for column, written in _written(element, compiler, options)
    ]
    return f"json_group_array({_row('json_array', columns)})"


@compiles(gathered, "postgresql")
def _on_postgresql(element: gathered, compiler: SQLCompiler, **options: Any) -> str:
    columns = [written for _, written in _written(element, compiler, options)]
    return f"json_agg({_row('json_build_array', columns)})"


def _written(
    element: gathered, compiler: SQLCompiler, options: Mapping[str, Any]
) -> Iterator[tuple[ColumnElement[Any], str]]:
    for column in element.clauses:
        yield column, compiler.process(column, **options)


def _row(maker: str, columns: Sequence[str]) -> str:
    return columns[0] if len(columns) == 1 else f"{maker}({', '.join(columns)})"
