"""The adaptive engine: what a student knows, what to ask next, when to stop. Pure; numpy only.

Words: a *topic* is an ordered ladder of skills, an *item* one challenge of a skill. Abilities are
in standard deviations of the population; level d sits at (d - 4) / 1.5.
"""
