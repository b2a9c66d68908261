"""The mailbox: « Courrier », with its folders, contacts, rules and settings."""

from webapp.simulators.frame import Environment
from webapp.simulators.webmail import composing, filing, sending, settings
from webapp.simulators.webmail.goals import GOALS
from webapp.simulators.webmail.goals.changes import SIDE_EFFECTS, side_effect
from webapp.simulators.webmail.screen import PASSING, draw

ENVIRONMENT = Environment(
    name="webmail",
    title="Messagerie",
    restart="Recommencer la messagerie",
    template="simulators/webmail",
    verbs={**filing.VERBS, **composing.VERBS, **sending.VERBS, **settings.VERBS},
    goals=GOALS,
    side_effect=side_effect,
    side_effects=SIDE_EFFECTS,
    draw_screen=draw,
    passing=PASSING,
)
