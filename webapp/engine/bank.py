"""The bank as arrays: one immutable object, shared by every student."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from webapp.engine import parameters, prior
from webapp.engine.curves import Curves
from webapp.engine.normal import Floats

Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class SkillSpec:
    """A skill as declared: its place in the framework and its level, 1 to 8."""

    id: str
    competence: str
    topic: str
    level: int


@dataclass(frozen=True)
class ItemSpec:
    """A challenge as declared; what is None is assumed from the level and the format.

    `difficulty` is in standard deviations of the population, `discrimination` that of the
    logistic model, `guess` and `slip` are probabilities, `seconds` the median answering time.
    """

    id: str
    skill: str
    format: str
    options: int | None = None
    discrimination: float | None = None
    difficulty: float | None = None
    guess: float | None = None
    slip: float | None = None
    seconds: float = 90
    timed: bool = False


@dataclass(frozen=True)
class Skills:
    """The skills, sorted by competence and topic as they were first met."""

    ids: tuple[str, ...]
    competence: Indices
    topic: Indices
    level: Indices
    threshold: Floats


@dataclass(frozen=True)
class Items:
    """The items; the rows of `alpha` are the slopes of the normal-ogive model, one a hypothesis."""

    ids: tuple[str, ...]
    skill: Indices
    topic: Indices
    competence: Indices
    alpha: Floats
    difficulty: Floats
    guess: Floats
    ceiling: Floats
    seconds: Floats
    timed: Flags
    rank: Indices  # alphabetical, for ties


class Constants(NamedTuple):
    """One item in plain numbers, for what one answer computes; `alphas` are those of `Items`."""

    topic: int
    competence: int
    skill: int
    alphas: tuple[float, ...]
    difficulty: float
    guess: float
    ceiling: float


@dataclass(frozen=True, eq=False)
class ItemBank:
    """Skills, items and the prior of their topics. Build it with `build`, once.

    Two are never equal, so that what follows from one can be kept beside it.
    """

    competences: tuple[str, ...]
    topics: tuple[str, ...]
    competence_of_topic: tuple[int, ...]
    skills: Skills
    items: Items
    covariance: Floats
    slope_weights: Floats  # how probable each slope is before any answer
    item_index: Mapping[str, int]
    skill_index: Mapping[str, int]
    shortfall: float = 0.0  # of success, under that of people who always try

    @classmethod
    def build(
        cls,
        skills: Sequence[SkillSpec],
        items: Sequence[ItemSpec],
        *,
        topic_sd: float = prior.TOPIC_SD,
        slope_weights: Sequence[float] | None = None,
        shortfall: float = 0.0,
    ) -> "ItemBank":
        """The bank of these declarations; ValueError when an id is unknown or given twice.

        `topic_sd` is how much the topics of a competence differ, in standard deviations;
        `slope_weights` are the probabilities of the common slopes, those of `parameters` unless
        calibrated. `shortfall` is how much less often students are right than people who always
        try: what a test asks is made that much easier.
        """
        competences = _distinct(skill.competence for skill in skills)
        ordered = sorted(skills, key=lambda skill: competences[skill.competence])
        topics = _distinct(skill.topic for skill in ordered)
        owner = _owners(ordered, competences, topics)
        skill_index = _unique(skill.id for skill in ordered)
        table = _skills(ordered, competences, topics)
        arrays = _items(items, table, skill_index)
        return cls(
            competences=tuple(competences),
            topics=tuple(topics),
            competence_of_topic=owner,
            skills=replace(table, threshold=_thresholds(table, arrays)),
            items=arrays,
            covariance=prior.covariance(tuple(competences), owner, topic_sd),
            slope_weights=_slope_weights(arrays, slope_weights),
            item_index=_unique(item.id for item in items),
            skill_index=skill_index,
            shortfall=shortfall,
        )

    @property
    def slopes(self) -> int:
        """How many hypotheses about the common slope: one when every item declares its own."""
        return int(self.items.alpha.shape[0])

    @cached_property
    def curves(self) -> Curves:
        """What the items share, so that it is computed once."""
        items = self.items
        chances = items.guess, items.ceiling
        return Curves.of(items.topic, items.alpha, items.difficulty, chances, len(self.topics))

    @cached_property
    def constants(self) -> tuple[Constants, ...]:
        """Each item in plain numbers: reading one from an array takes as long as computing."""
        items = self.items
        columns = (
            items.topic.tolist(),
            items.competence.tolist(),
            items.skill.tolist(),
            map(tuple, items.alpha.T.tolist()),
            items.difficulty.tolist(),
            items.guess.tolist(),
            items.ceiling.tolist(),
        )
        return tuple(map(Constants._make, zip(*columns, strict=True)))

    def flags(self, ids: Collection[str]) -> Flags:
        """Which items these are; unknown ids are ignored. Treat as frozen.

        A frozen set is expected to come back, and remembered.
        """
        return _flags_met(self, ids) if isinstance(ids, frozenset) else _flags(self, ids)


@lru_cache(maxsize=128)
def _flags_met(bank: ItemBank, ids: frozenset[str]) -> Flags:
    """The same sets come back at each question of a test: kept for a class."""
    return _flags(bank, ids)


def _flags(bank: ItemBank, ids: Collection[str]) -> Flags:
    found, places = bytearray(len(bank.items.ids)), bank.item_index
    for one in ids:
        if one in places:
            found[places[one]] = True
    return np.frombuffer(found, dtype=np.bool_)


def _distinct(names: Iterable[str]) -> dict[str, int]:
    return {name: index for index, name in enumerate(dict.fromkeys(names))}


def _unique(ids: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, one in enumerate(ids):
        if one in found:
            raise ValueError(f"{one!r} is given twice")
        found[one] = index
    return found


def _owners(
    skills: Sequence[SkillSpec], competences: Mapping[str, int], topics: Mapping[str, int]
) -> tuple[int, ...]:
    owner = [-1] * len(topics)
    for skill in skills:
        place, mine = topics[skill.topic], competences[skill.competence]
        if owner[place] not in (-1, mine):
            raise ValueError(f"topic {skill.topic!r} belongs to two competences")
        owner[place] = mine
    return tuple(owner)


def _skills(
    skills: Sequence[SkillSpec], competences: Mapping[str, int], topics: Mapping[str, int]
) -> Skills:
    levels = np.array([skill.level for skill in skills], dtype=np.intp)
    return Skills(
        ids=tuple(skill.id for skill in skills),
        competence=np.array([competences[skill.competence] for skill in skills], dtype=np.intp),
        topic=np.array([topics[skill.topic] for skill in skills], dtype=np.intp),
        level=levels,
        threshold=np.array([parameters.difficulty(level) for level in levels], dtype=np.float64),
    )


def _thresholds(skills: Skills, items: Items) -> Floats:
    """A skill sits where its items do, on average; at its level when it has none."""
    counts = np.bincount(items.skill, minlength=len(skills.ids))
    sums = np.bincount(items.skill, weights=items.difficulty, minlength=len(skills.ids))
    found: Floats = np.where(counts > 0, sums / np.maximum(counts, 1), skills.threshold)
    return found


def _items(items: Sequence[ItemSpec], skills: Skills, skill_index: Mapping[str, int]) -> Items:
    for item in items:
        if item.skill not in skill_index:
            raise ValueError(f"item {item.id!r} is of an unknown skill, {item.skill!r}")
    of_skill = np.array([skill_index[item.skill] for item in items], dtype=np.intp)
    alphabetical = sorted(range(len(items)), key=lambda place: items[place].id)
    rank = np.empty(len(items), dtype=np.intp)
    rank[alphabetical] = np.arange(len(items))
    guess = _column(
        parameters.guess(one.format, one.options) if one.guess is None else one.guess
        for one in items
    )
    slip = _column(parameters.SLIP if one.slip is None else one.slip for one in items)
    least = parameters.LEAST_GUESS
    return Items(
        ids=tuple(item.id for item in items),
        skill=of_skill,
        topic=skills.topic[of_skill],
        competence=skills.competence[of_skill],
        alpha=_alpha(items),
        difficulty=_difficulties(items, skills.threshold[of_skill]),
        guess=np.maximum(guess, least),
        ceiling=np.minimum(1 - slip, 1 - least),
        seconds=_column(item.seconds for item in items),
        timed=np.array([item.timed for item in items], dtype=np.bool_),
        rank=rank,
    )


def _alpha(items: Sequence[ItemSpec]) -> Floats:
    """One row a slope hypothesis; a declared discrimination is the same in each."""
    declared = bool(items) and all(item.discrimination is not None for item in items)
    slopes = parameters.SLOPES[:1] if declared else parameters.SLOPES
    rows = [[item.discrimination or slope for item in items] for slope in slopes]
    return np.array(rows, dtype=np.float64).reshape(len(slopes), len(items)) / 1.702


def _slope_weights(items: Items, given: Sequence[float] | None) -> Floats:
    count = items.alpha.shape[0]
    if count == 1:
        return np.ones(1)
    given = parameters.SLOPE_WEIGHTS if given is None else given
    if len(given) != count or min(given) <= 0:
        raise ValueError(f"{count} slope weights are expected, all above zero")
    weights = np.array(given, dtype=np.float64)
    return weights / float(weights.sum())


def _difficulties(items: Sequence[ItemSpec], thresholds: Floats) -> Floats:
    return _column(
        float(threshold) if item.difficulty is None else item.difficulty
        for item, threshold in zip(items, thresholds, strict=True)
    )


def _column(values: Iterable[float]) -> Floats:
    return np.array(list(values), dtype=np.float64)
