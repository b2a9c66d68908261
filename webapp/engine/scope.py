"""What a journey or a practice may ask: topics, and the highest level of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import numpy as np

from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.normal import Floats


@dataclass(frozen=True)
class Scope:
    """The items that may be asked, and the competences they measure.

    `projection` (competences by topics) is the mean over the askable topics of each competence;
    its row is zero when nothing can be asked, and `measured` is then false.
    """

    items: Flags
    closed: Flags  # the skills that have none of those items
    left: Indices  # how many skills of each competence have some
    measured: Flags
    projection: Floats
    skills: int
    seconds: float

    @cached_property
    def competences(self) -> int:
        """How many competences they measure."""
        return int(self.measured.sum())

    @classmethod
    def of(cls, bank: ItemBank, max_levels: Mapping[str, int] | None = None) -> "Scope":
        """The scope of these topics up to these levels; None is the whole bank.

        KeyError for an unknown topic.
        """
        allowed = _allowed(bank, max_levels)
        offered = np.zeros(len(bank.skills.ids), dtype=np.bool_)
        offered[bank.items.skill[allowed]] = True
        asked = np.zeros(len(bank.topics), dtype=np.bool_)
        asked[bank.items.topic[allowed]] = True
        owner = np.array(bank.competence_of_topic, dtype=np.intp)
        projection = np.zeros((len(bank.competences), len(bank.topics)))
        projection[owner[asked], np.flatnonzero(asked)] = 1.0
        totals = projection.sum(axis=1, keepdims=True)
        projection /= np.maximum(totals, 1.0)
        return cls(
            items=allowed,
            closed=~offered,
            left=np.bincount(bank.skills.competence[offered], minlength=len(bank.competences)),
            measured=totals[:, 0] > 0,
            projection=projection,
            skills=int(offered.sum()),
            # numpy's median would load its masked arrays: 5 MiB of memory in each worker
            seconds=median(bank.items.seconds[allowed].tolist() or [0.0]),
        )


def _allowed(bank: ItemBank, max_levels: Mapping[str, int] | None) -> Flags:
    if max_levels is None:
        return np.ones(len(bank.items.ids), dtype=np.bool_)
    places = {topic: index for index, topic in enumerate(bank.topics)}
    highest = np.zeros(len(bank.topics), dtype=np.intp)
    for topic, level in max_levels.items():
        highest[places[topic]] = level
    found: Flags = bank.skills.level[bank.items.skill] <= highest[bank.items.topic]
    return found
