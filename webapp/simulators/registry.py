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
    if Action.of(action).verb == "restart":
        return _restarted(simulation)
    return environment(simulation.environment).perform(state, action)


def replayed(simulation: Simulation, actions: Iterable[Posted | Action]) -> State:
    """The state after a journal of actions; raises ActionRefused if one of them is refused."""
    there, state = environment(simulation.environment), dict(simulation.state)
    played: list[Action] = []
    for action in map(Action.of, actions):
        if action.verb == "restart":
            state, played = _restarted(simulation), []
        else:
            played.append(action)
    return there.replay(state, played)


def _restarted(simulation: Simulation) -> State:
    title = environment(simulation.environment).title
    says = f"{title} : tout est revenu comme au début."
    return {**simulation.state, "last": {"says": says, "reset": True}}
