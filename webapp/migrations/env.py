"""Run by Alembic, on the connection that `webapp.migrations` opened."""

from typing import Any, Literal

from alembic import context

from webapp.models import Base
from webapp.models.base import Instant


def _rendered(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """A version must not depend on classes that change: our types by what they are made of."""
    if kind == "type" and isinstance(value, Instant):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=_rendered,
    render_as_batch=True,
    compare_server_default=True,
)
context.run_migrations()
