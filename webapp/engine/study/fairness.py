"""Items made harder for one of two groups: how many of them calibration finds, how many others."""

from dataclasses import dataclass, replace

import numpy as np

from webapp.engine.bank import ItemBank
from webapp.engine.calibration import monitoring
from webapp.engine.calibration.evidence import Record, gathered
from webapp.engine.state import Step
from webapp.engine.study import banks, worlds
from webapp.engine.study.worlds import Crowd

COMPETENCES = ("1.1",)
HARDER = 0.5  # logits
UNFAIR_ITEMS = 10
TOPIC_SD = 0.35
SEED = 12


@dataclass(frozen=True)
class Fairness:
    """The share of the unfair items that are found, and that of fair ones among what is found.

    `answers` is the mean number of answers an item got in each group.
    """

    found: float
    false: float
    answers: float


def fairness(*, students: int = 6000, questions: int = 35) -> Fairness:
    """Two groups as able as each other, on random questions of a calibrated bank."""
    rng = np.random.default_rng(SEED)
    truth = banks.made_up_bank(rng, COMPETENCES).known(topic_sd=TOPIC_SD)
    unfair = rng.choice(len(truth.items), UNFAIR_ITEMS, replace=False)
    shift = np.zeros(len(truth.items))
    shift[unfair] = HARDER / truth.discrimination[unfair]
    truths = (truth, replace(truth, difficulty=truth.difficulty + shift))
    tests = [
        test
        for group, one in enumerate(truths)
        for test in _tests(
            truth.bank, worlds.crowd(one, "logistic", students // 2, rng), group, questions, rng
        )
    ]
    groups = np.array([test.group == 1 for test in tests], dtype=np.bool_)
    named = monitoring.unfair(truth.bank, gathered(truth.bank, tests), groups)
    guilty = {truth.bank.items.ids[place] for place in unfair.tolist()}
    right = sum(one.item in guilty for one in named)
    return Fairness(
        found=right / UNFAIR_ITEMS,
        false=(len(named) - right) / max(1, len(named)),
        answers=students / 2 * questions / len(truth.items),
    )


def _tests(
    bank: ItemBank, crowd: Crowd, group: int, questions: int, rng: np.random.Generator
) -> list[Record]:
    """Each student of a group on so many skills drawn by lot, an item each."""
    places = np.array(
        [np.flatnonzero(bank.items.skill == one) for one in range(len(bank.skills.ids))]
    )
    found = []
    for student in range(len(crowd)):
        skills = rng.choice(len(places), questions, replace=False)
        items = places[skills, rng.integers(places.shape[1], size=questions)].tolist()
        answers = crowd.right[student, items].tolist()
        steps = (
            Step(bank.items.ids[item], "right" if right else "wrong")
            for item, right in zip(items, answers, strict=True)
        )
        found.append(Record(tuple(steps), group))
    return found
