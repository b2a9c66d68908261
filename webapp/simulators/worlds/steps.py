"""Playing actions in a world: how a generator writes right answers and mistakes."""

from typing import Any

from webapp.domain.materials import Json
from webapp.simulators import ids
from webapp.simulators.frame import Action, Environment, State


class Steps:
    """A journal of actions being written, with the state they lead to.

    `steps.do("create_folder", name="Voyage")` keeps an action; `steps.actions` is what
    `Variant.accepted` and `Variant.mistakes` hold for an environment. They are played when the
    state is asked for: few draws ask, and `content check` plays every answer of every draw.
    """

    def __init__(self, environment: Environment, state: State) -> None:
        self._environment = environment
        self._played, self._initial, self._state = 0, state, state
        self.actions: list[dict[str, Json]] = []

    @property
    def state(self) -> State:
        """Where the actions lead; raises ActionRefused as the form of one of them would."""
        for posted in self.actions[self._played :]:
            self._state = self._environment.perform(self._state, Action.of(posted))
            self._played += 1
        return self._state

    def do(self, action: str, /, **fields: Any) -> "Steps":
        """Keep one action (« verb » or « verb:target »).

        A trailing underscore is dropped from a field's name (`from_`, `not_`).
        """
        values = {name.rstrip("_"): _posted(value) for name, value in fields.items()}
        self.actions.append({"action": action, **values})
        return self

    def nth_made(self, number: int = 1) -> str:
        """The id of what the actions make first (second…), known without playing them."""
        return ids.nth(self._initial, number)

    def made(self, collection: str, /, **facts: str) -> str:
        """The id of the one item of a collection with these facts; ValueError unless just one."""
        found = [
            key
            for key, item in self.state[collection].items()
            if all(item[name] == value for name, value in facts.items())
        ]
        if len(found) != 1:
            raise ValueError(f"{len(found)} of {collection} with {facts}")
        return str(found[0])


def _posted(value: Any) -> str | list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple | set) else str(value)
