"""Pieces of screen the environments share: the notice, the refusal, what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.simulators.frame import ActionRefused, State, View


@dataclass(frozen=True)
class Notice:
    """What the last action did; `undo` when it can be undone."""

    text: str
    undo: bool


@dataclass(frozen=True)
class Problem:
    """Why the last action was refused, and next to which field it is said (or empty)."""

    field: str
    message: str


def notice(state: State, view: View) -> Notice | None:
    """The sentence of the last action, shown just after it only (the word `fait`)."""
    last = state.get("last") or {}
    if not view.get("fait") or not last.get("says"):
        return None
    return Notice(last["says"], bool(last.get("undo")))


def problem(refusal: ActionRefused | None) -> Problem | None:
    """The refusal to show, if any."""
    return Problem(refusal.field, refusal.message) if refusal else None


class Typed:
    """The fields of a refused action, so that nothing typed is lost; empty without refusal."""

    def __init__(self, refusal: ActionRefused | None) -> None:
        self._action = refusal.action if refusal else None

    def by(self, *verbs: str) -> bool:
        """Whether the refused action was one of these."""
        return self._action is not None and self._action.verb in verbs

    def one(self, name: str, default: str = "") -> str:
        """What was typed in a field, `default` when the form did not hold it."""
        if self._action is None or name not in self._action.fields:
            return default
        return self._action.raw(name)

    def many(self, name: str) -> tuple[str, ...]:
        """The boxes ticked under a name."""
        return self._action.many(name) if self._action else ()

    def all(self) -> Mapping[str, str]:
        """Every field, its first value."""
        if self._action is None:
            return {}
        return {name: self._action.raw(name) for name in self._action.fields}
