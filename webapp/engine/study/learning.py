"""What earlier students teach before a study: slopes, topics that differ, how many do not try."""

import numpy as np

from webapp.engine.bank import ItemBank
from webapp.engine.calibration import fitting
from webapp.engine.calibration.evidence import Record
from webapp.engine.state import Step
from webapp.engine.study import adaptive, worlds
from webapp.engine.study.adaptive import Manner
from webapp.engine.study.banks import Truth
from webapp.engine.study.outcomes import Run
from webapp.engine.study.worlds import World

PILOT = 150  # students, none of whom is in the study
QUESTIONS = 40


def after_a_pilot(truth: Truth, world: World, seed: int) -> ItemBank:
    """The bank with what `calibration` learns of all the students, from the tests of a pilot.

    Difficulties stay as they are declared.
    """
    rng = np.random.default_rng([seed, PILOT])
    crowd = worlds.crowd(truth, world, PILOT, rng, half=QUESTIONS // 2)
    run = adaptive.run(truth.bank, crowd, (QUESTIONS,), Manner(seed=1))
    tests = _records(run, truth.bank.items.ids)
    return fitting.in_common(truth.skills, truth.items, tests).bank(truth.skills, truth.items)


def _records(run: Run, names: tuple[str, ...]) -> list[Record]:
    return [
        Record(
            tuple(
                Step(names[item], "right" if right else "wrong")
                for item, right in zip(asked, answers, strict=True)
            )
        )
        for asked, answers in zip(run.asked, run.answers, strict=True)
    ]
