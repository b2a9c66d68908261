"""The sixteen competences with their levels and bands, as tables and the rose show them."""

from collections.abc import Collection
from dataclasses import dataclass

from webapp.content import Catalog
from webapp.engine.reporting import Report


@dataclass(frozen=True)
class CompetenceLine:
    """A competence; its level is None when nothing measured it.

    `estimated` says that the level comes mostly from answers about other competences.
    """

    id: str
    name: str
    level: int | None
    low: int | None
    high: int | None
    estimate: float
    estimated: bool


@dataclass(frozen=True)
class AreaLines:
    """An area and its competences."""

    number: int
    name: str
    competences: tuple[CompetenceLine, ...]

    @property
    def mean(self) -> float | None:
        """The mean level of what was measured, None when nothing was."""
        known = [each.estimate for each in self.competences if each.level is not None]
        return sum(known) / len(known) if known else None


def area_lines(
    catalog: Catalog, report: Report, measured: Collection[str]
) -> tuple[AreaLines, ...]:
    """All the areas and competences of the framework, in order."""
    return tuple(
        AreaLines(
            number=area.number,
            name=area.name,
            competences=tuple(
                _line(id_, competence.name, report if id_ in measured else None)
                for id_, competence in catalog.competences.items()
                if competence.area.number == area.number
            ),
        )
        for area in catalog.areas.values()
    )


def _line(id_: str, name: str, report: Report | None) -> CompetenceLine:
    if report is None or id_ not in report.competences:
        return CompetenceLine(id_, name, None, None, None, 0.0, estimated=False)
    found = report.competences[id_]
    return CompetenceLine(
        id_, name, found.level, found.low, found.high, found.estimate, found.estimated
    )
