"""Rows gathered into one JSON value, to join a larger statement: one row costs half of many."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class gathered(FunctionElement[list[Any]]):  # noqa: N801 (as SQL calls its functions)
    """An aggregate of columns: a list of rows, in no order; None or empty without rows.

    A row is a list; of one column, its value.
    Values come as the database keeps them: identifiers and moments are strings.
    """

    type = JSON()
    inherit_cache = True


@compiles(gathered)
def _on_sqlite(element: gathered, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_group_array({_row('json_array', element, compiler, options)})"


@compiles(gathered, "postgresql")
def _on_postgresql(element: gathered, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_agg({_row('json_build_array', element, compiler, options)})"


def _row(maker: str, element: gathered, compiler: SQLCompiler, options: Mapping[str, Any]) -> str:
    columns = compiler.process(element.clauses, **options)
    return columns if len(element.clauses) == 1 else f"{maker}({columns})"
