"""One row of the study: a method, a world, a bank; plain numbers come out."""

import time
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from webapp.engine.bank import ItemBank, ItemSpec, SkillSpec
from webapp.engine.stopping import LEVEL
from webapp.engine.study import (
    adaptive,
    banks,
    ladder,
    learning,
    outcomes,
    unidimensional,
    worlds,
)
from webapp.engine.study.adaptive import Manner
from webapp.engine.study.banks import Truth
from webapp.engine.study.outcomes import Bin, Quality, Run, Validation
from webapp.engine.study.worlds import Crowd, World

Method = Literal[
    "ours", "ours, exposed", "ours, motivated", "ours, both", "ladder", "ladder, extended", "eap"
]
Bank = Literal["blueprint", "known", "cold", "known, four", "cold, four", "real"]
Specs = tuple[tuple[SkillSpec, ...], tuple[ItemSpec, ...]]

OURS: dict[Method, Manner] = {
    "ours": Manner(),
    "ours, exposed": Manner(exposed=True),
    "ours, motivated": Manner(motivated=True),
    "ours, both": Manner(motivated=True, exposed=True),
}
LADDERS: tuple[Method, Method] = ("ladder", "ladder, extended")
KNOWN_TOPIC_SD = 0.1  # nearly none: the covariance must stay definite
FOUR = ("1.1", "1.2", "1.3", "2.1")
END = 0  # the checkpoint that stands for the end of a test


@dataclass(frozen=True)
class Task:
    """What to simulate; `checkpoints` are numbers of questions.

    The bank « known » has all its parameters declared, and no ability of its own in a topic;
    « cold » declares only levels and formats, and topics differ by 0.4. « real » is that of
    `specs`. With `pilot` the slopes were learnt from earlier students.
    """

    method: Method
    world: World = "logistic"
    bank: Bank = "blueprint"
    students: int = 1000
    seed: int = 1
    checkpoints: tuple[int, ...] = (20, 40, 60, 80)
    specs: Specs | None = None
    pilot: bool = False


@dataclass(frozen=True)
class Row:
    """What came out: the quality at each checkpoint, and how the tests went."""

    task: Task
    quality: dict[int, Quality]
    validation: dict[int, Validation]
    ability: dict[int, float]  # RMSE of the ability in a competence, in levels
    length: float
    success: float
    exposure: float
    overlap: float
    exposures: list[float]  # of the items, largest first
    calibration: list[Bin]
    surprise_sd: float
    surprise_low: float  # share under -1.645
    seconds: float


def row(task: Task, bank: ItemBank | None = None) -> Row:
    """Simulate one task; the same task gives the same row, but for its seconds.

    `bank` is what a `pilot` taught, when somebody has it already.
    """
    started = time.perf_counter()
    truth, crowd = setting(task)
    if has_pilot(task):
        truth = replace(truth, bank=bank or pilot(task))
    run = _run(task, truth, crowd)
    return _summed(task, truth, crowd, run, time.perf_counter() - started)


def has_pilot(task: Task) -> bool:
    """Whether earlier students teach something to its method."""
    return task.pilot and task.method in OURS


def pilot(task: Task) -> ItemBank:
    """The bank as earlier students teach it: the same for every method in a world."""
    truth, _ = setting(task)
    return learning.after_a_pilot(truth, task.world, task.seed)


def both_ladders(task: Task) -> tuple[Row, Row]:
    """The ladder scored by its own rule, and extended: one test, two rows."""
    started = time.perf_counter()
    truth, crowd = setting(task)
    rng = np.random.default_rng(task.seed + 1)
    runs = ladder.run(truth.bank, crowd, task.checkpoints, rng)
    seconds = time.perf_counter() - started
    plain, extended = (
        _summed(replace(task, method=method), truth, crowd, run, seconds)
        for method, run in zip(LADDERS, runs, strict=True)
    )
    return plain, extended


def _summed(task: Task, truth: Truth, crowd: Crowd, run: Run, seconds: float) -> Row:
    items = len(truth.items)
    return Row(
        task=task,
        quality={length: outcomes.quality(one, crowd.pix) for length, one in run.estimates.items()},
        validation={
            length: outcomes.validation(one, crowd.mastered) for length, one in run.skills.items()
        },
        ability={
            length: LEVEL * float(np.sqrt(np.mean((one - crowd.ability) ** 2)))
            for length, one in run.ability.items()
        },
        length=run.mean_length(),
        success=float(np.mean(run.right)) if run.right else 0.0,
        exposure=float(outcomes.exposures(run, items).max()),
        overlap=outcomes.overlap(run, items),
        exposures=sorted(outcomes.exposures(run, items).tolist(), reverse=True),
        calibration=outcomes.calibration(run) if run.expected else [],
        surprise_sd=float(np.std(run.surprise)) if run.surprise else 0.0,
        surprise_low=float(np.mean(np.array(run.surprise) < -1.645)) if run.surprise else 0.0,
        seconds=seconds,
    )


def setting(task: Task) -> tuple[Truth, Crowd]:
    """The bank and the students of a task: the same for every method."""
    rng = np.random.default_rng(task.seed)
    if task.specs is not None:
        truth = banks.imagined(*task.specs, rng)
        return truth, worlds.crowd(truth, task.world, task.students, rng, half=half_way(task))
    if task.bank == "blueprint":
        truth = banks.blueprint_bank(rng)
        return truth, worlds.crowd(truth, task.world, task.students, rng)
    known = task.bank.startswith("known")
    competences = FOUR if task.bank.endswith("four") else tuple(banks.FULL)
    truth = banks.made_up_bank(rng, competences)
    topic_sd = 0.0 if known else 0.4
    crowd = worlds.crowd(truth, task.world, task.students, rng, topic_sd=topic_sd)
    return (truth.known(topic_sd=KNOWN_TOPIC_SD) if known else truth), crowd


def half_way(task: Task) -> int:
    """Where those who give up do."""
    return max(task.checkpoints) // 2


def _run(task: Task, truth: Truth, crowd: Crowd) -> Run:
    if task.method in OURS:
        return adaptive.run(truth.bank, crowd, task.checkpoints, OURS[task.method])
    rng = np.random.default_rng(task.seed + 1)
    if task.method == "eap":
        return unidimensional.run(truth.bank, crowd, task.checkpoints, rng)
    plain, extended = ladder.run(truth.bank, crowd, task.checkpoints, rng)
    return plain if task.method == "ladder" else extended
