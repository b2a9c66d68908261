"""Real files, the same bytes each time: a registry of builders by name."""

from collections.abc import Callable, Mapping
from typing import Any

from challenges.toolkit.files import texts

Builder = Callable[..., bytes]

BUILDERS: Mapping[str, Builder] = {
    "text": texts.text,
    "csv": texts.csv,
    "json": texts.json,
}


def build(builder: str, arguments: Mapping[str, Any]) -> bytes:
    """The bytes of a file; KeyError for an unknown builder, TypeError for bad arguments."""
    return BUILDERS[builder](**arguments)
