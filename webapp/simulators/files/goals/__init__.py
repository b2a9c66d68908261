"""The goals of a file explorer: generic predicates with JSON arguments, naming their failures."""

from collections.abc import Mapping

from webapp.simulators.files.goals import restoring, space, tree
from webapp.simulators.frame import Goal

GOALS: Mapping[str, Goal] = {
    "tree_is": tree.TREE_IS,
    "restored": restoring.RESTORED,
    "space_freed": space.SPACE_FREED,
}
