"""Rows gathered into one JSON value, to join a larger statement: one row costs half of many."""

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class gathered(FunctionElement[list[list[Any]]]):  # noqa: N801 (as SQL calls its functions)
    """An aggregate of columns: a list of rows, in no order; None or empty without rows.

    Values come as the database keeps them: identifiers and moments are strings.
    """

    type = JSON()
    inherit_cache = True


@compiles(gathered)
def _on_sqlite(element: gathered, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_group_array(json_array({compiler.process(element.clauses, **options)}))"


@compiles(gathered, "postgresql")
def _on_postgresql(element: gathered, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_agg(json_build_array({compiler.process(element.clauses, **options)}))"
