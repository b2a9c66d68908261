"""Which tasks make the study, and running them on several cores."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context

from webapp.engine.bank import ItemBank
from webapp.engine.study.tasks import (
    Bank,
    Method,
    Row,
    Specs,
    Task,
    both_ladders,
    has_pilot,
    pilot,
    row,
)
from webapp.engine.study.worlds import World

METHODS: tuple[Method, ...] = (
    *("ours", "ours, exposed", "ours, motivated", "ours, both"),
    *("ladder", "eap"),  # the ladder gives two rows
)
QUICK_METHODS: tuple[Method, ...] = ("ours", "ours, both", "ladder", "eap")
CHECKPOINTS = (20, 40, 60, 80)
LONG = (20, 40, 60, 80, 100)  # without the restrictions
LONGEST = (20, 40, 60, 80, 100, 170)  # to the end of the ladder, in its own world


def world_tasks(
    chosen: Sequence[World], *, students: int, seed: int, methods: Sequence[Method] = METHODS
) -> list[Task]:
    """Every method in each world, on the bank in the shape of the blueprint."""
    return [
        Task(
            method=method,
            world=world,
            students=students,
            seed=seed,
            checkpoints=_lengths(world, method) if methods is METHODS else CHECKPOINTS,
            pilot=True,
        )
        for world in chosen
        for method in methods
    ]


def _lengths(world: World, method: Method) -> tuple[int, ...]:
    if method != "ours":
        return CHECKPOINTS
    return LONGEST if world == "mastery" else LONG


def real_tasks(chosen: Sequence[World], specs: Specs, *, students: int, seed: int) -> list[Task]:
    """The quick methods in each world on a real bank, as far as it goes."""
    most = len({item.skill for item in specs[1]})
    lengths = tuple(length for length in (8, 16, 32, 60, 80) if length <= most)
    return [
        Task(method, world, "real", students, seed, lengths or (most,), specs)
        for world in chosen
        for method in QUICK_METHODS
    ]


def reference_tasks(*, students: int, seed: int) -> list[Task]:
    """The lines of the numbers to reach that are about the made-up bank of 1,680 items."""

    def task(method: Method, bank: Bank, checkpoints: tuple[int, ...] = CHECKPOINTS) -> Task:
        return Task(method=method, bank=bank, students=students, seed=seed, checkpoints=checkpoints)

    return [
        task("ours, both", "known"),
        task("ours, both", "cold"),
        task("ours", "known", (20, 60)),
        task("ours", "known, four", (20,)),
    ]


def workers(jobs: int) -> ProcessPoolExecutor:
    """So many processes to compute in; use it in a `with`."""
    return ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))


def rows(tasks: Sequence[Task], pool: Executor) -> Iterator[Row]:
    """The rows of the tasks, in order.

    Each pilot is held once, beside the tasks that need none.
    """
    needing = [task for task in tasks if has_pilot(task)]
    firsts = {_crowd(task): task for task in reversed(needing)}
    pilots = {crowd: pool.submit(pilot, task) for crowd, task in firsts.items()}
    found = {task: pool.submit(_rows, task) for task in tasks if not has_pilot(task)}
    found |= {task: pool.submit(_rows, task, pilots[_crowd(task)].result()) for task in needing}
    return chain.from_iterable(found[task].result() for task in tasks)


def _rows(task: Task, bank: ItemBank | None = None) -> tuple[Row, ...]:
    return both_ladders(task) if task.method == "ladder" else (row(task, bank),)


def _crowd(task: Task) -> tuple[Bank, World, int]:
    """Who share a pilot."""
    return task.bank, task.world, task.seed
