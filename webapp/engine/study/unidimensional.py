"""One dimension at a time: each competence has its own test, scored by its posterior mean.

The usual adaptive test: four-parameter logistic model, maximum information, competences in turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.normal import Floats
from webapp.engine.study.outcomes import PIX, Estimates, Run
from webapp.engine.study.worlds import Crowd

DISCRIMINATION = 1.2  # of items that declare none
_GRID = np.linspace(-4, 4, 61)


@dataclass
class _Model:
    """Chances of a right answer (items × grid), their information, and the rungs' thresholds."""

    chances: Floats
    information: Floats
    worth: Floats  # pix of the skills


def run(bank: ItemBank, crowd: Crowd, checkpoints: Sequence[int], rng: np.random.Generator) -> Run:
    """Every student tested up to the last checkpoint."""
    model = _model(bank)
    found = Run()
    rows: dict[int, list[Floats]] = {length: [] for length in checkpoints}
    for student in range(len(crowd)):
        log_density = np.tile(-0.5 * _GRID * _GRID, (len(bank.competences), 1))
        free = np.ones(len(bank.items.ids), dtype=np.bool_)
        asked: list[int] = []
        order = rng.permutation(len(bank.competences))
        while len(asked) < max(checkpoints):
            competence = _turn(bank, order, free, len(asked))
            item = _next(bank, model, log_density[competence], free, competence)
            right = crowd.answer(student, item, len(asked))
            chance = model.chances[item]
            log_density[competence] += np.log(chance if right else 1 - chance)
            free[bank.items.skill == bank.items.skill[item]] = False
            asked.append(item)
            if len(asked) in rows:
                rows[len(asked)].append(_pix(bank, model, log_density))
        found.asked.append(asked)
    found.estimates = {length: _estimates(np.array(some)) for length, some in rows.items()}
    return found


def _model(bank: ItemBank) -> _Model:
    items, skills = bank.items, bank.skills
    slope = items.alpha[0] * 1.702
    known = 1 / (1 + np.exp(-slope[:, None] * (_GRID - items.difficulty[:, None])))
    rise = (items.ceiling - items.guess)[:, None]
    chances = items.guess[:, None] + rise * known
    derivative = rise * slope[:, None] * known * (1 - known)
    place = skills.competence * 10 + skills.level
    return _Model(
        chances=chances,
        information=derivative**2 / (chances * (1 - chances)),
        worth=PIX / np.bincount(place)[place],
    )


def _turn(bank: ItemBank, order: Indices, free: Flags, position: int) -> int:
    """The competence whose turn it is, among those with something left."""
    left = set(bank.items.competence[free].tolist())
    turns = [one for one in np.roll(order, -position).tolist() if one in left]
    return int(turns[0])


def _next(bank: ItemBank, model: _Model, log_density: Floats, free: Flags, competence: int) -> int:
    density = _density(log_density)
    place = int(np.abs(_GRID - density @ _GRID).argmin())
    candidates = np.flatnonzero(free & (bank.items.competence == competence))
    return int(candidates[model.information[candidates, place].argmax()])


def _pix(bank: ItemBank, model: _Model, log_density: Floats) -> Floats:
    """The expected pix of each competence: its ability serves for all its topics."""
    density = np.array([_density(row) for row in log_density])
    above = _GRID[None, :] > bank.skills.threshold[:, None]
    chance = (density[bank.skills.competence] * above).sum(axis=1)
    found: Floats = np.bincount(bank.skills.competence, weights=chance * model.worth).astype(float)
    return found


def _density(log_density: Floats) -> Floats:
    density: Floats = np.exp(log_density - log_density.max())
    density /= density.sum()
    return density


def _estimates(pix: Floats) -> Estimates:
    return Estimates(pix, np.floor(pix / PIX + 0.5).astype(np.intp))
