"""`azimut engine study`: the simulation study."""

import json
import os
from concurrent.futures import Future
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from webapp import content
from webapp.engine.study import (
    classroom,
    ending,
    fairness,
    plan,
    plots,
    sampling,
    speed,
    tables,
    verdicts,
)
from webapp.engine.study.tasks import Row, Specs
from webapp.engine.study.worlds import WORLDS, World
from webapp.services import scales

_APART = (sampling.agreement, classroom.side_by_side, ending.honesty, fairness.fairness)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--students", type=click.IntRange(min=10), default=1000, show_default=True)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--world", "worlds", type=click.Choice(WORLDS), multiple=True, help="quick: only it")
@click.option("--real", is_flag=True, help="the bank of challenges/ instead of the made-up ones")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count(), show_default=True)
@click.option("--plots", "folder", type=_FOLDER, help="write the SVG pictures there")
@click.option("--json", "as_json", is_flag=True, help="one JSON document instead of the tables")
def study(
    students: int,
    seed: int,
    worlds: tuple[World, ...],
    real: bool,
    jobs: int,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Simulate students, our engine beside the ladder and the usual adaptive test.

    With --world only that world is simulated, without the reference bank, the speed and the
    exact posterior: within a minute for 200 students.
    """
    fast = None
    if real:
        tasks = plan.real_tasks(worlds or WORLDS, _specs(), students=students, seed=seed)
    elif worlds:
        tasks = plan.world_tasks(worlds, students=students, seed=seed, methods=plan.QUICK_METHODS)
    else:
        fast = speed.measured(one_slope=False)  # alone: nothing else runs yet
        tasks = plan.reference_tasks(students=students, seed=seed)
        tasks += plan.world_tasks(WORLDS, students=students, seed=seed)
    with plan.workers(jobs) as pool:
        apart: list[Future[Any]] = [pool.submit(one) for one in _APART] if fast else []
        rows = list(plan.rows(tasks, pool))
        exact, classes, left, fair = [one.result() for one in apart] or [None] * len(_APART)
    checks = verdicts.checks(rows, fast, exact, classes, left, fair)
    if folder:
        _draw(folder, rows)
    if as_json:
        more = {"speed": fast, "exact": exact, "classes": classes, "ending": left, "fair": fair}
        click.echo(json.dumps(tables.document(rows, checks, **more)))
    else:
        click.echo(f"{tables.results(rows)}\n\n{tables.held(checks)}")


@click.command("speed")
@click.option("--students", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="one JSON document instead of sentences")
def measure_speed(students: int, as_json: bool) -> None:
    """Time the engine (processor time): 1,680 items, 80 topics; one slope, and all of them."""
    found = {
        "one slope": speed.measured(one_slope=True, students=students),
        "all slopes": speed.measured(one_slope=False, students=students),
    }
    if as_json:
        click.echo(json.dumps({name: asdict(one) for name, one in found.items()}))
        return
    for name, one in found.items():
        click.echo(
            f"{name}: decision {one.decision_median:.0f} µs (p99 {one.decision_p99:.0f}), "
            f"answer {one.answer_median:.0f} µs, replay of 60 {one.replay_ms:.1f} ms, "
            f"bank {one.bank_mb:.1f} MB"
        )


def _specs() -> Specs:
    skills, items = scales.specs(content.load())
    return tuple(skills), tuple(items)


def _draw(folder: Path, rows: list[Row]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in plots.plots(rows).items():
        (folder / name).write_text(picture, encoding="utf-8")
