"""The numbers to reach, line by line, against what came out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from webapp.engine.study.classroom import SideBySide
from webapp.engine.study.ending import Honesty
from webapp.engine.study.fairness import Fairness
from webapp.engine.study.outcomes import Quality
from webapp.engine.study.sampling import Agreement
from webapp.engine.study.speed import Speed
from webapp.engine.study.tasks import END, Bank, Method, Row
from webapp.engine.study.worlds import World

BOUND = {20: 0.826, 60: 0.660}  # van Trees: below, the truth leaks into the bench
ENOUGH = 500  # answers in a bin, to be judged


@dataclass(frozen=True)
class Check:
    """One line: what is measured, what came out, the limit, and whether it is held."""

    name: str
    value: str
    limit: str
    held: bool


def checks(
    found: Iterable[Row],
    speed: Speed | None,
    exact: Agreement | None,
    classes: SideBySide | None = None,
    ending: Honesty | None = None,
    fair: Fairness | None = None,
) -> list[Check]:
    """Every check whose rows are there."""
    rows = list(found)
    return [
        *_reference(rows),
        *(check for world in ("logistic", "mastery", "messy") for check in _world(rows, world)),
        *(check for world in ("logistic", "mastery", "messy") for check in _real(rows, world)),
        *(_speed(speed) if speed else []),
        *(_exact(exact) if exact else []),
        *(_classes(classes) if classes else []),
        *(_ending(ending) if ending else []),
        *(_fair(fair) if fair else []),
    ]


def at_most(name: str, value: float, limit: float, form: str = "{:.3f}") -> Check:
    """A check that a value is not above its limit."""
    return Check(name, form.format(value), f"≤ {form.format(limit)}", value <= limit)


def within(name: str, value: float, low: float, high: float, form: str = "{:.3f}") -> Check:
    """A check that a value is in its range."""
    limits = f"{form.format(low)} to {form.format(high)}"
    return Check(name, form.format(value), limits, low <= value <= high)


def _reference(rows: Sequence[Row]) -> Iterator[Check]:
    if row := _row(rows, "ours, both", bank="known"):
        yield from _recommended("S1", row, (0.95, 0.83, 0.765, 0.72))
        yield at_most("S1, recommended, largest exposure", row.exposure, 0.22)
        yield at_most("S1, recommended, overlap", row.overlap, 0.14)
    if row := _row(rows, "ours, both", bank="cold"):
        yield from _recommended("S2", row, (1.04, 0.92, 0.845, 0.795))
    if row := _row(rows, "ours", bank="known"):
        yield from _alone(row, row.quality[60])
    if row := _row(rows, "ours", bank="known, four"):
        yield at_most("S1, four competences, level RMSE at 20", row.quality[20].rmse, 0.71)


def _recommended(name: str, row: Row, limits: tuple[float, ...]) -> Iterator[Check]:
    for (length, one), limit in zip(row.quality.items(), limits, strict=True):
        yield at_most(f"{name}, recommended, level RMSE at {length}", one.rmse, limit)
        yield within(f"{name}, band coverage at {length}", one.coverage or 0, 0.88, 0.97)


def _alone(row: Row, one: Quality) -> Iterator[Check]:
    yield at_most("S1, no control, level RMSE at 60", one.rmse, 0.715)
    yield within("S1, no control, exact level at 60", one.exact, 0.52, 1)
    yield within("S1, no control, within one level at 60", one.within_one, 0.925, 1)
    yield at_most("S1, no control, pix RMSE at 60", one.pix_rmse, 33.5, "{:.1f}")
    yield within("S1, no control, pix bias at 60", one.pix_bias, -5, 5, "{:+.1f}")
    yield within("S1, validated skills, precision", row.validation[60].precision, 0.97, 1)
    yield within("S1, validated skills, recall", row.validation[60].recall, 0.79, 1)
    yield within("S1, surprise of normal students, SD", row.surprise_sd, 0.9, 1.1)
    yield within("S1, surprise under -1.645", row.surprise_low, 0.03, 0.08)
    for length, bound in BOUND.items():
        name = f"S1, no control, error of the ability at {length}, not under the bound"
        yield at_least(name, row.ability[length], bound)


def at_least(name: str, value: float, limit: float) -> Check:
    """A check that a value is not below its limit."""
    return Check(name, f"{value:.3f}", f"≥ {limit:.3f}", value >= limit)


def _world(rows: Sequence[Row], world: World) -> Iterator[Check]:
    ours = _row(rows, "ours", world)
    rest = _row(rows, "ladder, extended", world)
    if ours and rest:
        for length in (20, 40, 60, 80):
            limit = rest.quality[length].rmse
            name = f"{world}, level RMSE at {length}, under the extended ladder"
            yield at_most(name, ours.quality[length].rmse, limit)
            coverage = ours.quality[length].coverage or 0
            yield within(f"{world}, band coverage at {length}", coverage, 0.85, 0.97)
        yield from _against_the_end(ours, rest, world)
    if ours:
        yield from _restricted(rows, ours, world)


def _against_the_end(ours: Row, rest: Row, world: World) -> Iterator[Check]:
    end = rest.quality[END].rmse
    if world != "mastery":
        name = f"{world}, level RMSE at 80, within 5 % of the ladder's at its end"
        yield at_most(name, ours.quality[80].rmse, 1.05 * end)
    elif 170 in ours.quality:
        yield at_most("mastery, level RMSE at 100", ours.quality[100].rmse, 0.31)
        yield at_most("mastery, level RMSE at 170, the ladder's", ours.quality[170].rmse, end)


def _restricted(rows: Sequence[Row], ours: Row, world: World) -> Iterator[Check]:
    if row := _row(rows, "ours, exposed", world):
        yield _cost(f"{world}, exposed", row, ours, 0.05)
    if row := _row(rows, "ours, motivated", world):
        yield _cost(f"{world}, motivated", row, ours, 0.10 if world == "mastery" else 0.05)
        yield within(f"{world}, motivated: mean success", row.success, 0.53, 1)
    if row := _row(rows, "ours, both", world):
        yield within(f"{world}, both: pix bias at 60", row.quality[60].pix_bias, -10, 10, "{:+.1f}")
        yield at_most(f"{world}, both: largest exposure", row.exposure, 0.22)
        yield from _worst_bin(f"{world}, both", row)


def _worst_bin(name: str, row: Row) -> Iterator[Check]:
    gaps = [abs(one.expected - one.right) for one in row.calibration if one.answers > ENOUGH]
    if gaps:
        yield at_most(f"{name}: chances against answers, worst bin", max(gaps), 0.03)


def _real(rows: Sequence[Row], world: World) -> Iterator[Check]:
    """What can be asked of a real bank: its ladders may be short, and no pilot came before."""
    ours = _row(rows, "ours", world, bank="real")
    rest = _row(rows, "ladder, extended", world, bank="real")
    judged = ours.quality if ours and rest else {}
    for length, one in judged.items():
        name = f"real bank, {world}"
        limit = rest.quality[length].rmse if rest else 0.0
        yield at_most(f"{name}, level RMSE at {length}, under the extended ladder", one.rmse, limit)
        yield within(f"{name}, band coverage at {length}", one.coverage or 0, 0.85, 0.97)
    if row := _row(rows, "ours, both", world, bank="real"):
        name, longest = f"real bank, {world}, both", max(row.quality)
        limit = max(0.22, 1.4 * longest / len(row.exposures))
        yield at_most(f"{name}: largest exposure", row.exposure, limit)
        bias = row.quality[longest].pix_bias
        yield within(f"{name}: pix bias at {longest}", bias, -10, 10, "{:+.1f}")
        yield from _worst_bin(name, row)


def _cost(name: str, row: Row, ours: Row, most: float) -> Check:
    limit = (1 + most) * ours.quality[60].rmse
    return at_most(
        f"{name}: level RMSE at 60, at most {most:.0%} more", row.quality[60].rmse, limit
    )


def _speed(speed: Speed) -> Iterator[Check]:
    line: Callable[[str, float, float, str], Check] = at_most
    yield line("decision, median, µs", speed.decision_median, 250, "{:.0f}")
    yield line("decision, p99, µs", speed.decision_p99, 1500, "{:.0f}")
    yield line("answer, median, µs", speed.answer_median, 60, "{:.0f}")
    yield line("replay of 60 answers, ms", speed.replay_ms, 5, "{:.1f}")
    yield line("shared bank, MB", speed.bank_mb, 20, "{:.1f}")


def _exact(exact: Agreement) -> Iterator[Check]:
    yield at_most("posterior against sampling, rms shift in SDs", exact.shift, 0.04)
    yield within("posterior against sampling, SD ratio", exact.spread, 0.97, 1.03)


def _ending(ending: Honesty) -> Iterator[Check]:
    yield at_least("announced range holds the true number of questions left", ending.inside, 0.90)
    yield at_most("largest growth of its upper end, in questions", ending.growth, 1, "{:.0f}")


def _fair(fair: Fairness) -> Iterator[Check]:
    name = f"items 0.5 logit harder for a group, {fair.answers:.0f} answers in each"
    yield at_least(f"{name}: share found", fair.found, 0.5)
    yield at_most("fair items among those said to be unfair", fair.false, 0.10)


def _classes(classes: SideBySide) -> Iterator[Check]:
    yield at_most("neighbours on the same question, ± 2 positions", classes.avoided, 0.005)


def _row(
    rows: Sequence[Row], method: Method, world: World = "logistic", *, bank: Bank = "blueprint"
) -> Row | None:
    for row in rows:
        if (row.task.method, row.task.world, row.task.bank) == (method, world, bank):
            return row
    return None
