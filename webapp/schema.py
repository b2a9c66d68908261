"""Which version of the schema the database has, and which one this program wants.

Alembic knows both, but a server would keep it in memory all year.
"""

from pathlib import Path

from sqlalchemy import Connection, text

UPGRADE = "run `azimut db upgrade` first"
_VERSIONS = Path(__file__).parent / "migrations" / "versions"
_CURRENT = text("SELECT version_num FROM alembic_version")


def newest() -> str:
    """The version this program wants; files of versions begin with their number."""
    return max(path.name.partition("_")[0] for path in _VERSIONS.glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """The version the database has; fails as any look at a missing table where it has none."""
    version: str | None = connection.scalar(_CURRENT)
    return version
