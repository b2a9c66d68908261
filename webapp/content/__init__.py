"""The bank: read once into an immutable catalogue, drawn, checked."""

from webapp.content.catalog import Catalog
from webapp.content.loader import load

__all__ = ["Catalog", "load"]
