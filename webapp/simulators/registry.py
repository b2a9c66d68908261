"""Which environments there are, and how actions are played in them."""

from collections.abc import Iterable, Mapping

from webapp.domain.materials import Json, Simulation
from webapp.simulators import files, webmail
from webapp.simulators.frame import Action, Environment, Posted, State

ENVIRONMENTS: Mapping[str, Environment] = {
    each.name: each for each in (webmail.ENVIRONMENT, files.ENVIRONMENT)
}


def environment(name: str) -> Environment:
    """The environment of that name; KeyError when there is none."""
    return ENVIRONMENTS[name]


def after(simulation: Simulation, state: Mapping[str, Json], action: Posted | Action) -> State:
    """The state after one more action, `restart` included. Raises ActionRefused."""
    there = environment(simulation.environment)
    if Action.of(action).verb == "restart":
        says = f"{there.title} : tout est revenu comme au début."
        return {**simulation.state, "last": {"says": says, "reset": True}}
    return there.perform(state, action)


def replayed(simulation: Simulation, actions: Iterable[Posted | Action]) -> State:
    """The state after a journal of actions; raises ActionRefused if one of them is refused."""
    state: State = dict(simulation.state)
    for action in actions:
        state = after(simulation, state, action)
    return state
