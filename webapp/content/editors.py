"""JSON Schemas of the TOML files of the bank, for editors that complete and check as one types."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel

from webapp.content.checking.cases import CasesFile
from webapp.content.generators import BANK
from webapp.content.schemas import (
    BlueprintFile,
    ChallengeFile,
    FrameworkFile,
    JourneyFile,
    TopicsFile,
)

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "blueprint": BlueprintFile,
    "cases": CasesFile,
    "challenge": ChallengeFile,
    "framework": FrameworkFile,
    "journey": JourneyFile,
    "topics": TopicsFile,
}


def texts() -> dict[str, str]:
    """The text of each schema, by file name."""
    return {
        f"{name}.json": json.dumps(_schema(model), ensure_ascii=False, indent=2) + "\n"
        for name, model in SCHEMAS.items()
    }


def write(folder: Path = BANK / "schemas") -> list[Path]:
    """Writes every schema and returns their paths."""
    folder.mkdir(exist_ok=True)
    for name, text in texts().items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in texts()]


def _schema(model: type[BaseModel]) -> dict[str, object]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
