"""Samples for the component portfolio: invented, each in every state."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.domain.framework import Area, Competence
from webapp.domain.responses import Option

BANDS = ((3, 3, 4), (3, 2, 4), (1, 1, 2), None, (2, 2, 2))  # level, low, high; None: not measured


@dataclass(frozen=True)
class SampleLevel:
    """A competence and the level drawn beside it."""

    id: str
    name: str
    level: int | None
    low: int | None
    high: int | None
    estimated: bool = False


@dataclass(frozen=True)
class SampleArea:
    """An area and its competences."""

    number: int
    name: str
    competences: tuple[SampleLevel, ...]


@dataclass(frozen=True)
class SampleProblem:
    """Something wrong in a field."""

    field: str
    message: str


@dataclass(frozen=True)
class SampleFile:
    """A file to download."""

    name: str
    description: str
    href: str
    alternative: str


@dataclass(frozen=True)
class PortfolioScreen:
    """What the portfolio draws."""

    areas: tuple[SampleArea, ...]
    options: tuple[Option, ...]
    problems: tuple[SampleProblem, ...]
    files: tuple[SampleFile, ...]


def portfolio_screen(competences: Sequence[Competence]) -> PortfolioScreen:
    """The samples, over the real framework."""
    areas = sorted({each.area for each in competences}, key=lambda area: area.number)
    return PortfolioScreen(
        areas=tuple(_area(area, competences) for area in areas),
        options=(
            Option("o1", "https://suivi.relais-fauvette.example/colis/7F2K"),
            Option("o2", "https://relais-fauvette.example.suivi-colis.test/7F2K"),
            Option("o3", "Une réponse toute simple : oui ?"),
        ),
        problems=(SampleProblem("points", "Écris un nombre, par exemple 12."),),
        files=(SampleFile("IMG_2731.jpg", "Photo, 214 ko", "#main", "Position : 48,11 ; −1,68"),),
    )


def _area(area: Area, competences: Sequence[Competence]) -> SampleArea:
    own = [each for each in competences if each.area == area]
    return SampleArea(
        number=area.number,
        name=area.name,
        competences=tuple(_level(place, each) for place, each in enumerate(own)),
    )


def _level(place: int, competence: Competence) -> SampleLevel:
    level, low, high = BANDS[place % len(BANDS)] or (None, None, None)
    return SampleLevel(competence.id, competence.name, level, low, high)
