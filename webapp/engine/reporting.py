"""What a test says: levels with their bands, pix, and a probability for each skill."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from statistics import NormalDist
from typing import Literal

import numpy as np

from webapp.engine import fatigue, normal, parameters
from webapp.engine.bank import Indices, ItemBank
from webapp.engine.normal import Floats
from webapp.engine.state import State
from webapp.engine.stopping import DIRECT_ANSWERS

Standing = Literal["acquired", "to_confirm", "to_learn"]

PIX = 8  # a level
ACQUIRED = 0.8
TO_CONFIRM = 0.5
BAND = 0.86  # what an 80 % band must hold: a few points pay for what the model leaves out
SLOPE_BANDS = (0.91, 0.885, 0.82, 0.76)  # the same under each common slope: whole levels weigh more
# where abilities are sharp, authors' mistakes where they are not
DRAWS = 300
NEGLIGIBLE = 0.01  # weight of a slope, for the draws
NEARLY = 0.25  # what a level is worth for being one off, beside being right
REGULAR = 8  # topics: draws of more are no better for being regular
_SEED = 20261123


@dataclass(frozen=True)
class CompetenceReport:
    """One competence: the most credible whole level, its 80 % band, and the expected pix.

    The level is the most probable one, being one off counting for a quarter of being right.

    `estimate` is pix / 8, both before rounding; `direct` counts its answers; `estimated` says
    that they are too few, so that the level comes mostly from the other competences.
    """

    level: int
    low: int
    high: int
    estimate: float
    pix: float
    direct: int
    estimated: bool


@dataclass(frozen=True)
class Report:
    """Every competence of the bank by id, the probability of each skill by id, the total pix."""

    competences: Mapping[str, CompetenceReport]
    skills: Mapping[str, float]
    pix: float


def standing(probability: float) -> Standing:
    """« acquis », « à confirmer » or « à travailler » (or their English names, here)."""
    if probability >= ACQUIRED:
        return "acquired"
    return "to_confirm" if probability >= TO_CONFIRM else "to_learn"


def report(state: State, *, cap: int = 5, complete: bool = True) -> Report:
    """What is known of the student; `cap` is the highest level that earns pix.

    With `complete`, a level that has no skill in a competence of this bank is judged by the
    ability in its topics, so that a small bank does not lower anybody; without, it earns nothing.
    The answers after a student stopped trying are left out.
    """
    state = fatigue.sincere(state)
    bank, share, covariance = state.bank, _share(state), state.belief.covariance
    competences = {}
    for place, name in enumerate(bank.competences):
        rungs = _rungs(bank, place, complete=complete)
        expected = float(_mastered(state, rungs.topic, rungs.threshold) @ rungs.worth)
        chances = _level_chances(state, covariance, rungs, cap)
        pix = min(expected, float(PIX * cap))
        competences[name] = _competence(chances, share, pix, direct=int(state.direct[place]))
    return Report(
        competences=competences,
        skills=skill_probabilities(state),
        pix=sum(one.pix for one in competences.values()),
    )


def skill_probabilities(state: State) -> dict[str, float]:
    """The probability that each skill is mastered, by id."""
    skills = state.bank.skills
    found = _mastered(state, skills.topic, skills.threshold)
    return dict(zip(skills.ids, found.tolist(), strict=True))


@dataclass(frozen=True)
class _Rungs:
    """What earns the pix of one competence: thresholds in topics, and what each is worth.

    `column` says where the topic of a rung is among `topics`, those of the competence.
    """

    topic: Indices
    threshold: Floats
    worth: Floats
    topics: Indices
    column: Indices


def _competence(chances: Floats, share: float, pix: float, *, direct: int) -> CompetenceReport:
    level = _credible(chances)
    low, high = _band(chances, level, share)
    return CompetenceReport(
        level=level,
        low=low,
        high=high,
        estimate=pix / PIX,
        pix=pix,
        direct=direct,
        estimated=direct < DIRECT_ANSWERS,
    )


def _share(state: State) -> float:
    """What a band must hold by the model, so that it holds the truth at least 80 times in 100."""
    belief = state.belief
    if state.bank.slopes == 1:
        return BAND
    alive = np.array(SLOPE_BANDS[belief.first : belief.first + len(belief.log_weights)])
    return float(belief.weights @ alive)


def _credible(chances: Floats) -> int:
    """The level to report: a lone peak far from the rest is not worth being often wrong by two."""
    around = chances.copy()
    around[1:] += chances[:-1]
    around[:-1] += chances[1:]
    return int((chances + NEARLY * around).argmax())


def _band(chances: Floats, level: int, share: float) -> tuple[int, int]:
    """The fewest levels in a row, around this one, that hold this share."""
    low = high = level
    held = float(chances[low])
    while held < share and high - low + 1 < len(chances):
        below = float(chances[low - 1]) if low > 0 else -1.0
        above = float(chances[high + 1]) if high + 1 < len(chances) else -1.0
        low, high = (low - 1, high) if below > above else (low, high + 1)
        held += max(below, above)
    return low, high


@lru_cache(maxsize=256)
def _rungs(bank: ItemBank, place: int, *, complete: bool) -> _Rungs:
    mine = np.flatnonzero(bank.skills.competence == place)
    levels = bank.skills.level[mine]
    counts = np.bincount(levels, minlength=int(bank.skills.level.max()) + 1)
    topic, threshold = bank.skills.topic[mine], bank.skills.threshold[mine]
    worth = PIX / counts[levels]
    if complete:
        missing = [level for level in range(1, len(counts)) if not counts[level]]
        topics = np.flatnonzero(np.bincount(topic))
        marks = np.array([parameters.difficulty(level) for level in missing], dtype=np.float64)
        topic = np.concatenate([topic, np.tile(topics, len(missing))])
        threshold = np.concatenate([threshold, np.repeat(marks, len(topics))])
        extra = np.full(len(missing) * len(topics), PIX / len(topics))
        worth = np.concatenate([worth, extra])
    return _Rungs(topic, threshold, worth, *np.unique(topic, return_inverse=True))


def _mastered(state: State, topic: Indices, threshold: Floats) -> Floats:
    """P(ability above the threshold), averaged over the slopes."""
    belief = state.belief
    deviation = np.sqrt(belief.variance.take(topic, axis=1))
    chances = normal.cdf_many((belief.mean.take(topic, axis=1) - threshold) / deviation)
    found: Floats = belief.weights @ chances
    return found


def _level_chances(state: State, covariance: Floats, rungs: _Rungs, cap: int) -> Floats:
    """The probability of each whole level from 0 to `cap`."""
    belief, topics = state.belief, rungs.topics
    weights = belief.weights
    kept = np.flatnonzero(weights > NEGLIGIBLE)
    blocks = covariance[kept[:, None, None], topics[:, None], topics]
    spread = np.linalg.cholesky(blocks + 1e-12 * np.eye(len(topics)))
    abilities = spread @ _draws(len(topics)).T  # slopes × topics × draws
    abilities += belief.mean[kept[:, None], topics][:, :, None]
    above = abilities.take(rungs.column, axis=1) > rungs.threshold[:, None]
    levels = (rungs.worth @ above.astype(np.float64) / PIX + 1e-9).astype(np.intp)
    np.minimum(levels, cap, out=levels)
    levels += (cap + 1) * np.arange(len(kept))[:, None]  # those of each slope apart
    counts = np.bincount(levels.ravel(), minlength=len(kept) * (cap + 1))
    shares = weights[kept] / weights[kept].sum()
    found: Floats = shares @ (counts.reshape(len(kept), cap + 1) / DRAWS)
    return found


@cache
def _draws(width: int) -> Floats:
    """Fixed standard normal draws, in mirrored pairs: the same for everybody, always.

    Spread as evenly as can be (multiples of powers of the generalised golden ratio), so that a
    few hundred settle the most probable level.
    """
    if width > REGULAR:
        half = np.random.Generator(np.random.PCG64(_SEED)).standard_normal((DRAWS // 2, width))
    else:
        ratio = 2.0
        for _ in range(60):
            ratio = (1 + ratio) ** (1 / (width + 1))
        steps = ratio ** -np.arange(1.0, width + 1)
        shares = (0.5 + np.arange(1, DRAWS // 2 + 1)[:, None] * steps) % 1
        half = np.vectorize(NormalDist().inv_cdf)(shares)
        spread = np.linalg.cholesky(half.T @ half / len(half))
        half = np.linalg.solve(spread, half.T).T  # variances of 1, no correlation
    return np.concatenate([half, -half])
