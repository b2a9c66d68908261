"""Made-up students: what they know, and what they answer to each item."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from webapp.engine import prior
from webapp.engine.bank import Flags, Indices, ItemBank
from webapp.engine.normal import Floats
from webapp.engine.scope import Scope
from webapp.engine.study.banks import Truth

World = Literal["logistic", "mastery", "messy"]
WORLDS: tuple[World, ...] = ("logistic", "mastery", "messy")

TOPIC_SD = 0.35
PIX = 8


@dataclass(frozen=True)
class Crowd:
    """Students by rows: what they master, what they answer.

    `right` and `tired` are their answers to each item, before and after they give up; `gives_up`
    is the number of questions after which they do. `pix` (by competence) is what they know, a
    level worth 8; `ability` is that of each competence, the mean of its topics.
    """

    mastered: Flags
    right: Flags
    tired: Flags
    gives_up: Indices
    pix: Floats
    ability: Floats

    def answer(self, student: int, item: int, position: int) -> bool:
        """Whether a student is right at this item, asked at this position (from 0)."""
        table = self.right if position < self.gives_up[student] else self.tired
        return bool(table[student, item])

    def __len__(self) -> int:
        return len(self.pix)


def crowd(
    truth: Truth,
    world: World,
    students: int,
    rng: np.random.Generator,
    *,
    topic_sd: float = TOPIC_SD,
    half: int = 40,
) -> Crowd:
    """Students of a world, with all their answers drawn beforehand.

    `half` is where those of the messy world who give up do.
    """
    bank = truth.bank
    messy = world == "messy"
    ability = _abilities(bank, students, rng, topic_sd=topic_sd, two_populations=messy)
    mastered = ability[:, bank.skills.topic] > truth.threshold
    if world == "mastery":
        known = mastered[:, bank.items.skill].astype(np.float64)
    else:
        distance = ability[:, bank.items.topic] - truth.difficulty
        known = 1 / (1 + np.exp(-truth.discrimination * distance))
    slip = np.tile(truth.slip, (students, 1))
    if messy:
        slip[rng.random(students) < 0.15] = 0.20  # the careless
    chance = truth.guess + (1 - slip - truth.guess) * known
    draws = rng.random(chance.shape)
    leaving = messy & (rng.random(students) < 0.10)
    return Crowd(
        mastered=mastered,
        right=draws < chance,
        tired=draws < truth.guess,
        gives_up=np.where(leaving, half, 10**6),
        pix=true_pix(bank, mastered),
        ability=ability @ Scope.of(bank).projection.T,
    )


def true_pix(bank: ItemBank, mastered: Flags) -> Floats:
    """The pix of each competence: each level is worth 8, shared by its skills."""
    skills = bank.skills
    place = skills.competence * 10 + skills.level
    worth = PIX / np.bincount(place)[place]
    of_competence = np.zeros((len(skills.ids), len(bank.competences)))
    of_competence[np.arange(len(skills.ids)), skills.competence] = worth
    found: Floats = mastered @ of_competence
    return found


def _abilities(
    bank: ItemBank,
    students: int,
    rng: np.random.Generator,
    *,
    topic_sd: float,
    two_populations: bool,
) -> Floats:
    root = np.linalg.cholesky(prior.correlation(bank.competences))
    competence = rng.standard_normal((students, len(bank.competences))) @ root.T
    if two_populations:  # a third stands lower and closer together, mean and variance as before
        low = rng.random(students) < 1 / 3
        competence *= np.where(low, 0.7, 0.8)[:, None]
        competence += np.where(low, -0.9, 0.45)[:, None]
    topics = competence[:, list(bank.competence_of_topic)]
    found: Floats = topics + topic_sd * rng.standard_normal(topics.shape)
    return found
