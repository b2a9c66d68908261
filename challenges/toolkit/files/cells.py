"""Cells of a spreadsheet as a recipe writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal


@dataclass(frozen=True)
class Cell:
    """A typed value, and the formula that gives it when there is one (English, « =B2*2 »)."""

    kind: Literal["empty", "text", "number", "boolean", "date"]
    value: Any = None
    formula: str = ""


def cell(value: Any) -> Cell:
    """The cell of a JSON value, or of {"date": "2027-03-12"} or {"formula": …, "value": …}."""
    if isinstance(value, Mapping):
        if "date" in value:
            return Cell("date", date.fromisoformat(value["date"]))
        return Cell(_kind(value["value"]), value["value"], str(value["formula"]))
    return Cell(_kind(value), value)


def _kind(value: Any) -> Literal["empty", "text", "number", "boolean"]:
    if value is None or value == "":
        return "empty"
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else "text"
