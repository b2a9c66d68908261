"""What the « Affichage » panel posts."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.domain.display import Display


@dataclass(frozen=True)
class DisplayForm:
    """The display chosen, and the page to go back to."""

    display: Display
    back: str

    @classmethod
    def parse(cls, fields: Mapping[str, str]) -> "DisplayForm":
        """Never refuses: what is unknown is as at first; « reset » starts again."""
        values = {} if "reset" in fields else dict(fields)
        values["clock"] = "0" if "no_clock" in values else "1"
        return cls(display=Display.of(values), back=fields.get("back", "/"))
