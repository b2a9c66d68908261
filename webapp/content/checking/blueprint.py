"""The plan of the whole bank, against which what is written is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from webapp.content import reading
from webapp.content.schemas import BlueprintFile, BlueprintTutorial


@dataclass(frozen=True)
class Blueprint:
    """Challenges planned (id → format) and tutorials planned (id → kind, minutes, title)."""

    challenges: Mapping[str, str]
    tutorials: Mapping[str, BlueprintTutorial]


def blueprint(root: Path) -> Blueprint:
    """The plan of a bank; BadContent when it cannot be read."""
    file = reading.toml(root / "blueprint.toml", BlueprintFile)
    return Blueprint(file.challenges, file.tutorials)
