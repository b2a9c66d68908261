"""What the home page posts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CodeForm:
    """A code as typed, to be shown again if it leads nowhere."""

    typed: str

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "CodeForm":
        """Never refuses: what a code is worth is for `services.entering`."""
        return cls(fields.get("code", "").strip()[:40])
