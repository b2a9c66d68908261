"""The five areas as pages show them."""

from dataclasses import dataclass

from webapp.content import Catalog


@dataclass(frozen=True)
class AreaLabel:
    """One of the five areas: a number, a name."""

    number: int
    name: str


def area_label(catalog: Catalog, number: int) -> AreaLabel:
    """The number and the name of an area."""
    return AreaLabel(number, catalog.areas[number].name)
