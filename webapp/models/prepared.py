"""Statements on the way of every answer: compiled once, then given to the driver as they are.

SQLAlchemy writes them and knows their types. But to find a statement by its cache key, make it a
context and wrap its result costs more than to execute it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Column, ColumnDefault, Connection, Dialect, Engine, Insert, Select, event
from sqlalchemy.engine.interfaces import ExecutionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.schema import CallableColumnDefault, ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine

Listener = Callable[[Any, str, Connection], None]
_Conversion = Callable[[Any], Any]

_EVENTS = ("do_execute", "do_executemany")
_listeners: WeakKeyDictionary[Dialect, list[Listener]] = WeakKeyDictionary()


def on_statement(engine: Engine, listener: Listener) -> Callable[[], None]:
    """Call this before each statement, prepared or not: with its cursor, text and connection.

    What comes back ends it. An event of the dialect: as long as the engine has none, a connection
    makes itself ready for none, which would cost 0.1 ms an answer.
    """

    def executed(cursor: Any, sql: str, _values: Any, context: ExecutionContext) -> None:
        listener(cursor, sql, context.root_connection)

    def stop() -> None:
        for name in _EVENTS:
            event.remove(engine, name, executed)
        _listeners[engine.dialect].remove(listener)

    for name in _EVENTS:
        event.listen(engine, name, executed)
    _listeners.setdefault(engine.dialect, []).append(listener)
    return stop


@dataclass(frozen=True, eq=False)
class PreparedStatement:
    """A statement that is compiled once for each dialect, its values bound by name.

    `columns` are those that an insertion is given; the others have their defaults.
    """

    statement: Select[Any] | Insert
    columns: tuple[str, ...] | None = None

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[list[Any]]:
        """What it selects. Raises as `Connection.execute` does; KeyError without a value."""
        compiled = _compiled(self, connection.dialect)
        with closing(compiled.executed(connection, values)) as cursor:
            return [compiled.read(row, cursor.description) for row in cursor]

    def added(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """How many rows it inserted. Raises as `rows` does."""
        compiled = _compiled(self, connection.dialect)
        with closing(compiled.executed(connection, values)) as cursor:
            return int(cursor.rowcount)


@dataclass(eq=False)
class _Compiled:
    """What one dialect makes of a statement.

    `bound` names its values in their order, each with what writes it for the driver, if anything
    does; `fixed` are those that are always the same, `made` those that are new each time.
    """

    sql: str
    positional: bool
    bound: list[tuple[str, _Conversion | None]]
    fixed: Mapping[str, Any]
    made: Mapping[str, _Conversion]
    types: list[TypeEngine[Any]]
    dialect: Dialect
    readers: list[tuple[int, _Conversion]] | None = None

    def executed(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """A cursor that executed it, in the transaction of the connection."""
        if not connection.in_transaction():
            connection.begin()
        given = self._for_driver({**self.fixed, **values})
        cursor: Any = None
        try:
            cursor = connection.connection.cursor()
            for listener in _listeners.get(self.dialect, ()):
                listener(cursor, self.sql, connection)
            cursor.execute(self.sql, given)
        except self.dialect.loaded_dbapi.Error as error:
            raise self._wrapped(error, connection, cursor) from error
        return cursor

    def read(self, row: Sequence[Any], description: Sequence[Sequence[Any]]) -> list[Any]:
        """The values of a row of the driver, as their types say."""
        if self.readers is None:
            self.readers = _readers(self.types, self.dialect, description)
        found = list(row)
        for place, convert in self.readers:
            found[place] = convert(found[place])
        return found

    def _for_driver(self, values: dict[str, Any]) -> Sequence[Any] | Mapping[str, Any]:
        for name, make in self.made.items():
            values[name] = make(None)
        if self.positional:
            return [
                convert(values[name]) if convert else values[name] for name, convert in self.bound
            ]
        return {
            name: convert(values[name]) if convert else values[name] for name, convert in self.bound
        }

    def _wrapped(self, error: Any, connection: Connection, cursor: Any) -> BaseException:
        """The error as SQLAlchemy raises it; a connection that is lost is not used again."""
        lost = self.dialect.is_disconnect(error, connection.connection, cursor)
        if cursor is not None:
            cursor.close()
        if lost:
            connection.invalidate(error)
        wrapped: BaseException = DBAPIError.instance(
            self.sql,
            None,
            error,
            self.dialect.loaded_dbapi.Error,
            hide_parameters=True,
            connection_invalidated=lost,
            dialect=self.dialect,
        )
        return wrapped


@lru_cache(maxsize=64)
def _compiled(prepared: PreparedStatement, dialect: Dialect) -> _Compiled:
    statement = prepared.statement
    compiled = statement.compile(dialect=dialect, column_keys=prepared.columns)
    names = compiled.positiontup or list(compiled.binds)
    selected = statement.selected_columns if isinstance(statement, Select) else ()
    fixed = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
    return _Compiled(
        sql=str(compiled),
        positional=compiled.positional,
        bound=[(name, _writer(compiled.binds[name].type, dialect)) for name in names],
        fixed=fixed | dict(_defaults(compiled.insert_prefetch, ScalarElementColumnDefault)),
        made=dict(_defaults(compiled.insert_prefetch, CallableColumnDefault)),
        types=[column.type for column in selected],
        dialect=dialect,
    )


def _defaults(
    columns: Iterable[Column[Any]], kind: type[ColumnDefault]
) -> Iterator[tuple[str, Any]]:
    """What Python gives by default to those that have a default of this kind, by name."""
    for column in columns:
        if isinstance(column.default, kind):
            yield column.key, column.default.arg


def _writer(type_: TypeEngine[Any], dialect: Dialect) -> _Conversion | None:
    return type_.dialect_impl(dialect).bind_processor(dialect)


def _readers(
    types: Sequence[TypeEngine[Any]], dialect: Dialect, description: Sequence[Sequence[Any]]
) -> list[tuple[int, _Conversion]]:
    """What turns the values of the driver into those of their types: (place, conversion)."""
    found: list[tuple[int, _Conversion]] = []
    for place, (type_, told) in enumerate(zip(types, description, strict=True)):
        convert = type_.dialect_impl(dialect).result_processor(dialect, told[1])
        if convert:
            found.append((place, convert))
    return found
