"""Simulated environments: state, actions, goals, screens. Pure: values in, values out.

The doors of this package: `environment(name)`, `after`, `replayed`; see `frame` for the contract.
"""

from webapp.simulators.frame import Action, ActionRefused, Environment, recorded
from webapp.simulators.registry import after, environment, replayed

__all__ = [
    "Action",
    "ActionRefused",
    "Environment",
    "after",
    "environment",
    "recorded",
    "replayed",
]
