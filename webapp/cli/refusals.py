"""What a command cannot do because of its surroundings, in the words of who runs it.

A bug has no such words: it keeps its traceback.
"""

import sqlite3

import psycopg
from alembic.util import CommandError
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from webapp.config import Settings, Unusable
from webapp.content.problems import BadContent
from webapp.schema import UPGRADE

_DISCREET = {"DATABASE_URL", "AZIMUT_METRICS_TOKEN"}  # their values hold secrets
_OUT_OF_REACH = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}


def refusal(error: Exception) -> str | None:
    """One line, or one for each fault; None for an error that is nobody's but ours."""
    if isinstance(error, (Unusable, CommandError, BadContent)):
        return str(error)
    if isinstance(error, ValidationError) and error.title == Settings.__name__:
        return _of_settings(error)
    driver = error.orig if isinstance(error, DBAPIError) else error
    if _misses_tables(driver):
        return f"the database has not the tables of this version: {UPGRADE} ({_first_line(driver)})"
    if _is_out_of_reach(driver):
        return f"the database cannot be used ({_first_line(driver)})"
    return None


def _of_settings(error: ValidationError) -> str:
    lines = []
    for each in error.errors(include_url=False):
        field = str(each["loc"][0])
        name = field if field.isupper() else f"AZIMUT_{field.upper()}"
        value = "" if name in _DISCREET else f"={each['input']!r}"
        lines.append(f"{name}{value}: {each['msg'].removeprefix('Value error, ')}")
    return "\n".join(lines)


def _misses_tables(driver: BaseException | None) -> bool:
    if isinstance(driver, sqlite3.OperationalError):
        return str(driver).startswith(("no such table", "no such column"))
    return isinstance(driver, (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn))


def _is_out_of_reach(driver: BaseException | None) -> bool:
    if isinstance(driver, sqlite3.Error):
        return getattr(driver, "sqlite_errorcode", 0) & 0xFF in _OUT_OF_REACH
    return isinstance(driver, (psycopg.OperationalError, psycopg.errors.InsufficientPrivilege))


def _first_line(driver: BaseException | None) -> str:
    return str(driver).strip().partition("\n")[0]
