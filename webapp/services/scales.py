"""The scale of a test: the content, and a version of the parameters of its items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.orm import Session

from webapp.content import Catalog
from webapp.engine import parameters, prior
from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.calibration.fitting import Parameters
from webapp.models import ParameterVersion, table

_VERSION = table(ParameterVersion)


@dataclass(frozen=True)
class Version:
    """A version of the parameters; number 0 is what the authors declare."""

    id: int = 0
    digest: str = ""
    parameters: Parameters = field(
        default_factory=lambda: Parameters({}, {}, ()), compare=False, repr=False
    )

    def to_json(self) -> dict[str, Any]:
        """What a test keeps of it."""
        return {"id": self.id, "digest": self.digest}


AUTHORS = Version()


@dataclass(frozen=True, eq=False)
class Scale:
    """What answers are measured with; equal to another of the same content and parameters."""

    catalog: Catalog
    version: Version = AUTHORS

    @cached_property
    def key(self) -> str:
        """The same for the same content and parameters."""
        return f"{self.catalog.root}:{self.catalog.digest}:{self.version.digest}"

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scale) and self.key == other.key


_versions: dict[str, Version] = {}  # by digest: a version never changes


def scale_of(connection: Connection, catalog: Catalog, opening: Mapping[str, Any]) -> Scale:
    """The scale a test keeps from its start to its end, whatever was published since."""
    digest = opening.get("parameters", {}).get("digest")
    if not digest:
        return Scale(catalog)
    if digest not in _versions:
        wanted = select(_VERSION).where(_VERSION.c.digest == digest)
        _versions[digest] = _version(connection.execute(wanted).one())
    return Scale(catalog, _versions[digest])


def version_of(session: Session, version_id: int | None) -> Version:
    """The version of this number; None is the authors'."""
    return (
        AUTHORS if version_id is None else _version(session.get_one(ParameterVersion, version_id))
    )


def newest_version(session: Session) -> Version:
    """The version published last; the authors' as long as there is none."""
    found = session.scalar(select(ParameterVersion).order_by(ParameterVersion.id.desc()).limit(1))
    return AUTHORS if found is None else _version(found)


@lru_cache(maxsize=3)  # some megabytes each
def bank_of(scale: Scale) -> ItemBank:
    """The catalogue as the engine sees it; made once for each state of content and parameters."""
    return scale.version.parameters.bank(*specs(scale.catalog))


def specs(catalog: Catalog) -> tuple[list[SkillSpec], list[ItemSpec]]:
    """The skills and items that the authors declare."""
    skills = [
        SkillSpec(skill.id, skill.topic.competence.id, skill.topic.id, skill.level)
        for skill in catalog.skills.values()
    ]
    items = [
        ItemSpec(each.id, each.skill.id, each.format, options=each.options, seconds=each.seconds)
        for each in catalog.challenges.values()
    ]
    return skills, items


def _version(row: ParameterVersion | Row[Any]) -> Version:
    kept = row.parameters
    weights = tuple(kept["slope_weights"])
    usable = weights if len(weights) == len(parameters.SLOPES) else ()  # those of another engine
    found = Parameters(
        kept["difficulty"],
        kept["error"],
        usable,
        topic_sd=kept.get("topic_sd", prior.TOPIC_SD),
        shortfall=kept.get("shortfall", 0.0),
    )
    return Version(row.id, row.digest, found)
