"""The file explorer: « Fichiers », with its folders, its trash and its space."""

from webapp.simulators.files.actions import VERBS
from webapp.simulators.files.goals import GOALS
from webapp.simulators.files.goals.changes import SIDE_EFFECTS, side_effect
from webapp.simulators.files.screen import PASSING, draw
from webapp.simulators.frame import Environment

ENVIRONMENT = Environment(
    name="files",
    title="Fichiers",
    restart="Remettre comme au début",
    template="simulators/files",
    verbs=VERBS,
    goals=GOALS,
    side_effect=side_effect,
    side_effects=SIDE_EFFECTS,
    draw_screen=draw,
    passing=PASSING,
)
